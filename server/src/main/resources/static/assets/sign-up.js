// Opens Meta's Embedded Signup by its documented snippet, and hands over at once how it closed: the code lives for 30 seconds.
// Source: Meta, "Embedded Signup, implementation", 28 Jun 2026.
const part = document.getElementById("sign-up");
const open = document.getElementById("sign-up-open");
const form = document.querySelector("#sign-up-by-hand form");
/** How long the message may come after the code; both are told when the window closes. */
const MESSAGE_COMES_WITHIN_MS = 2000;
let told = null;
let code = "";
let sent = false;

function send() {
  if (sent) return;
  sent = true;
  const data = told?.data ?? {};
  const said = {
    event: told?.event ?? (code ? "FINISH" : "CANCEL"),
    "signup-code": code,
    waba: data.waba_id,
    "phone-number-id": data.phone_number_id,
    "left-at": data.current_step,
    error: data.error_message,
  };
  for (const [name, value] of Object.entries(said)) {
    if (form.elements[name]) form.elements[name].value = value ?? "";
  }
  form.requestSubmit();
}

function fromMeta(origin) {
  try {
    const { protocol, hostname } = new URL(origin);
    return protocol === "https:" && (hostname === "facebook.com" || hostname.endsWith(".facebook.com"));
  } catch {
    return false;
  }
}

window.addEventListener("message", (event) => {
  if (!fromMeta(event.origin)) return;
  try {
    const message = JSON.parse(event.data);
    if (message.type !== "WA_EMBEDDED_SIGNUP") return;
    told = message;
    if (code || !String(told.event).startsWith("FINISH")) send();
  } catch {
    // Meta's windows say other things, too.
  }
});

function closed(response) {
  code = response.authResponse?.code ?? "";
  document.getElementById("sign-up-open-now").hidden = true;
  if (told) send();
  else setTimeout(send, MESSAGE_COMES_WITHIN_MS);
}

window.fbAsyncInit = () => {
  window.FB.init({ appId: part.dataset.app, autoLogAppEvents: false, xfbml: false, version: part.dataset.version });
  open.disabled = false;
};

open.addEventListener("click", () => {
  document.getElementById("sign-up-open-now").hidden = false;
  window.FB.login(closed, {
    config_id: part.dataset.config,
    response_type: "code",
    override_default_response_type: true,
    extras: JSON.parse(part.dataset.extras),
  });
});

part.hidden = false;
const sdk = document.createElement("script");
sdk.src = part.dataset.sdk;
sdk.async = true;
sdk.crossOrigin = "anonymous";
sdk.addEventListener("error", () => {
  document.getElementById("sign-up-blocked").hidden = false;
});
document.head.append(sdk);
