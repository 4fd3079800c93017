// Saves reloads; every page works without it.

// Pages show times in the reader's zone from the next request on. A guest link may have no next one, so its first page is fetched again.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`portway_zone=${zone}`)) {
  document.cookie = `portway_zone=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
  const kept = document.cookie.includes(`portway_zone=${zone}`);
  if (kept && document.querySelector("main.guest time")) location.reload();
}

// <div data-live="/address/of/a/stream" hx-get="…" hx-trigger="changed">: the server says "changed", htmx fetches what changed.
const streams = new Map();
function listen(root) {
  for (const [part, stream] of streams) {
    if (!part.isConnected) {
      stream.close();
      streams.delete(part);
    }
  }
  const parts = root.querySelectorAll ? [...root.querySelectorAll("[data-live]")] : [];
  if (root.matches?.("[data-live]")) parts.push(root);
  for (const part of parts) {
    if (streams.has(part)) continue;
    const stream = new EventSource(part.dataset.live);
    stream.addEventListener("changed", () => window.htmx?.trigger(part, "changed"));
    stream.addEventListener("over", () => stream.close());
    streams.set(part, stream);
  }
}
listen(document);
document.addEventListener("htmx:load", (event) => listen(event.detail.elt));

// What one has unfolded stays so when its part of the page is renewed.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  for (const fold of event.detail.fragment.querySelectorAll("details[id]")) {
    const before = document.getElementById(fold.id);
    if (before) fold.open = before.open;
  }
});

// Signed out meanwhile: the sign-in page is shown whole, not inside a part of this one.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname === "/sign-in") {
    event.detail.shouldSwap = false;
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
  }
});

// The list looks again every few seconds, but not where nobody sees it: an open window must not keep a session alive for ever.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.detail.elt.id === "rows") event.preventDefault();
});

// A form is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-busy", "true");
});
document.addEventListener("htmx:afterRequest", (event) => again(event.target));
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(again));
function again(form) {
  if (!(form instanceof HTMLFormElement)) return;
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

// On paper nothing can be unfolded.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not([open])")) {
    fold.open = true;
    fold.dataset.forPaper = "yes";
  }
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("details[data-for-paper]")) {
    fold.open = false;
    delete fold.dataset.forPaper;
  }
});

// Printing takes a script, so without one there is no button for it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A wrong password does not cost the name as well.
const NAME = "portway-name";
const door = document.querySelector("form[action='/sign-in']");
if (door) {
  const name = door.elements.username;
  if (!name.value && new URLSearchParams(location.search).has("wrong")) {
    name.value = sessionStorage.getItem(NAME) ?? "";
    if (name.value) door.elements.password.focus();
  }
  door.addEventListener("submit", () => sessionStorage.setItem(NAME, name.value));
} else {
  sessionStorage.removeItem(NAME);
}

// What was typed into a form that met an ended session is there again after signing in. Kept by this tab alone, until any other page is seen.
const TYPED = "portway-typed";
const kept = document.querySelector("form[data-kept]");
if (kept) {
  const typed = JSON.parse(sessionStorage.getItem(TYPED) ?? "null");
  if (typed && !document.querySelector("#refused")) {
    for (const field of kept.elements) {
      if (!(field.name in typed) || field.type === "hidden" || field.type === "submit") continue;
      if (field.type === "radio") field.checked = field.value === typed[field.name];
      else field.value = typed[field.name];
    }
  }
  sessionStorage.removeItem(TYPED);
  kept.addEventListener("submit", () => {
    const fields = [...new FormData(kept)].filter(([name]) => name !== "_csrf");
    sessionStorage.setItem(TYPED, JSON.stringify(Object.fromEntries(fields)));
  });
} else if (!["/sign-in", "/password"].includes(location.pathname)) {
  sessionStorage.removeItem(TYPED);
}

// A menu closes when one looks elsewhere.
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.me[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.me[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

// An address is copied with one click; it can be marked and copied by hand all the same.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
    button.setAttribute("role", "status");
  });
}
for (const field of document.querySelectorAll("[data-select]")) field.addEventListener("focus", () => field.select());

// A person has the page of a guest link before them: fetching it for a preview is not that.
const opened = document.querySelector("[data-opened]")?.dataset.opened;
if (opened) {
  const tell = () => document.visibilityState === "visible" && !document.prerendering && fetch(opened, { method: "POST", keepalive: true });
  if (!tell()) document.addEventListener("visibilitychange", tell, { once: true });
}
