// Renews what changes, in place, so that neither scroll position nor focus is lost.
setInterval(async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const now of document.querySelectorAll('[data-live]')) {
      const next = fresh.getElementById(now.id);
      if (next && next.innerHTML !== now.innerHTML && !now.contains(document.activeElement)) now.innerHTML = next.innerHTML;
    }
  } catch { /* The sandbox is away; the next round looks again. */ }
}, 1500);
