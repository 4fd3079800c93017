// Passes on what this window has to tell, to the page that opened it and to no other.
'use strict';

const signup = document.querySelector('[data-signup]');
if (signup && window.opener) {
  const { origin, closing, message, code } = signup.dataset;
  const told = { sandboxSignup: signup.dataset.signup };
  if (closing) told.closing = JSON.parse(closing);
  if (message) Object.assign(told, { message: JSON.parse(message), code });
  window.opener.postMessage(told, origin);
}
