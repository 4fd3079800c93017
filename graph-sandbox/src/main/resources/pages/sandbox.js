// Everything works without this file. It renews what changes, filters long lists, and lets the browser speak a call that is answered.
'use strict';

/** Renews the parts that change, in place, so that scroll position, focus and what was opened are kept. */
async function renew() {
  const parts = document.querySelectorAll('[data-live]');
  if (document.hidden || parts.length === 0) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of parts) renewPart(part, fresh.getElementById(part.id));
  } catch { /* The sandbox is away; the next round looks again. */ }
}

function renewPart(part, next) {
  if (!next || part.contains(document.activeElement) && document.activeElement.matches('input, select')) return;
  for (const open of part.querySelectorAll('details[open]')) next.querySelector('#' + CSS.escape(open.id))?.setAttribute('open', '');
  next.querySelectorAll('details.call[open] .again').forEach((again) => { again.hidden = false; });
  if (next.innerHTML === part.innerHTML) return;
  const focused = part.contains(document.activeElement) ? document.activeElement.closest('[id]')?.id : null;
  part.replaceChildren(...next.childNodes);
  if (focused) document.getElementById(focused)?.querySelector('summary, button')?.focus();
}

/** The voice of a call, in its language, slowly, as such voices are. */
function speak(call) {
  if (!('speechSynthesis' in window)) return;
  const said = new SpeechSynthesisUtterance(call.dataset.say);
  said.lang = call.dataset.tongue;
  said.rate = 0.85;
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}

document.addEventListener('click', (event) => {
  const call = event.target.closest('details.call');
  if (!call) return;
  const answers = event.target.closest('summary') && !call.open;
  if (answers || event.target.closest('.again')) speak(call);
  if (answers) call.querySelector('.again').hidden = false;
});

document.addEventListener('input', (event) => {
  const list = document.getElementById(event.target.dataset.filter || '');
  if (!list) return;
  const words = event.target.value.toLowerCase().split(/\s+/);
  for (const row of list.children) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
});

// A filter is no part of the form it stands in.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.dataset?.filter) event.preventDefault();
});

// On a phone the menu is longer than the screen.
document.querySelector('.top nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
setInterval(renew, 1500);
