// Saves reloads; every page works without it.

// Pages show times in the reader's zone from the next request on.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`portway_zone=${zone}`)) {
  document.cookie = `portway_zone=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
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
