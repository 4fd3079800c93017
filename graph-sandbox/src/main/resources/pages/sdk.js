// Stands for Meta's https://connect.facebook.net/en_US/sdk.js: put this file's address in its place, and a page that signs clients up finds FB.init
// and FB.login. The window it opens is the sandbox's. What that window tells reaches the page as Meta's would: as a `message` event whose origin
// is https://www.facebook.com and whose data is a JSON text.
(() => {
  'use strict';

  const home = document.currentScript.src.replace(/\/sdk\.js.*$/, '');
  const origin = new URL(home).origin;
  let settings = null;
  let current = null;

  const tellPage = (popup, message) => window.dispatchEvent(
    new MessageEvent('message', { data: JSON.stringify(message), origin: 'https://www.facebook.com', source: popup }));

  /** Documented: without a code the answer has no authResponse. */
  const end = (login, code) => {
    clearInterval(login.watch);
    if (current === login) current = null;
    login.callback?.(code
      ? { authResponse: { userID: null, expiresIn: null, code }, status: 'connected' }
      : { authResponse: null, status: 'unknown' });
  };

  window.addEventListener('message', (event) => {
    const login = current;
    if (!login || event.origin !== origin || event.source !== login.popup || !event.data?.sandboxSignup) return;
    event.stopImmediatePropagation();
    if (event.data.closing) {
      login.closing = event.data.closing;
      return;
    }
    tellPage(login.popup, event.data.message);
    end(login, event.data.code);
    login.popup.close();
  }, true);

  /** A window that is closed tells nothing more; what to say then it said before. */
  const watch = (login) => setInterval(() => {
    if (!login.popup.closed) return;
    if (login.closing) tellPage(login.popup, login.closing);
    end(login, '');
  }, 300);

  const login = (callback, options = {}) => {
    if (!settings) {
      console.log('FB.login() called before FB.init().');
      return;
    }
    if (options.response_type !== 'code' || !options.override_default_response_type) {
      console.error('The sandbox signs up with response_type: "code" and override_default_response_type: true only.');
      callback?.({ authResponse: null, status: 'unknown' });
      return;
    }
    const asked = new URLSearchParams({ app_id: settings.appId ?? '', config_id: options.config_id ?? '', origin: location.origin,
      extras: JSON.stringify(options.extras ?? {}) });
    const popup = window.open(`${home}/signup?${asked}`, '_blank', 'popup,width=620,height=780');
    if (!popup) {
      callback?.({ authResponse: null, status: 'unknown' });
      return;
    }
    current = { popup, callback };
    current.watch = watch(current);
  };

  const nothing = () => {};
  window.FB = {
    init: (given = {}) => { settings = given; },
    login,
    logout: (callback) => callback?.({ authResponse: null, status: 'unknown' }),
    getLoginStatus: (callback) => callback?.({ authResponse: null, status: 'unknown' }),
    getAuthResponse: () => null,
    AppEvents: { logPageView: nothing, logEvent: nothing },
    Event: { subscribe: nothing, unsubscribe: nothing },
    XFBML: { parse: nothing },
  };

  if (window.fbAsyncInit && !window.fbAsyncInit.hasRun) {
    window.fbAsyncInit.hasRun = true;
    window.fbAsyncInit();
  }
})();
