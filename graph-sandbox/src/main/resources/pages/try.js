// Embedded Signup without a page of one's own: this is that page. It loads the sandbox's sdk.js as any page would, and shows what it hears.
'use strict';

(() => {
  const form = document.getElementById('try');
  const at = (id) => document.getElementById(id);
  const graph = form.dataset.graph;
  let told = {};

  const sdk = document.createElement('script');
  sdk.src = form.dataset.sdk;
  document.head.append(sdk);

  const app = () => at('try-app').selectedOptions[0];

  /** What FB.login is asked for, as Meta's page has it. */
  const options = () => {
    const name = at('try-name').value.trim();
    const extras = { setup: name ? { business: { name } } : {}, featureType: at('try-feature').value, sessionInfoVersion: '3', version: at('try-version').value };
    if (at('try-only').checked) extras.features = [{ name: 'app_only_install' }];
    return { config_id: '1000000000000001', response_type: 'code', override_default_response_type: true, extras };
  };

  const showSnippet = () => {
    at('snippet-code').textContent = `<script async defer crossorigin="anonymous" src="${new URL(form.dataset.sdk, location.href)}"></script>\n\n`
      + `FB.init({ appId: '${app().value}', autoLogAppEvents: true, xfbml: true, version: 'v26.0' });\n`
      + `FB.login(fbLoginCallback, ${JSON.stringify(options(), null, 2)});`;
  };

  const hear = (title, payload) => {
    at('nothing').hidden = true;
    const row = document.createElement('li');
    const head = document.createElement('p');
    const name = document.createElement('strong');
    name.textContent = title;
    head.append(name, ` ${new Date().toISOString().slice(11, 19)}`);
    head.className = 'row';
    const body = document.createElement('pre');
    body.textContent = typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2);
    row.append(head, body);
    at('heard').append(row);
    row.scrollIntoView({ block: 'nearest' });
  };

  window.addEventListener('message', (event) => {
    if (!event.origin.endsWith('facebook.com')) return;
    const message = JSON.parse(event.data);
    if (message.type !== 'WA_EMBEDDED_SIGNUP') return;
    told = message.data ?? {};
    hear(`${form.dataset.message}: ${message.event}`, message);
  });

  const exchangeUrl = (code) => `${graph}/v26.0/oauth/access_token?client_id=${app().value}`
    + `&client_secret=${encodeURIComponent(app().dataset.secret)}&code=${encodeURIComponent(code)}`;

  const called = (response) => {
    hear(form.dataset.callback, response);
    const code = response.authResponse?.code;
    at('exchange').hidden = !code;
    at('exchange-answer').hidden = true;
    at('exchange-next').hidden = true;
    if (!code) return;
    at('exchange-do').disabled = false;
    at('exchange-do').dataset.code = code;
    at('exchange-call').textContent = `curl -s '${exchangeUrl(code)}'`;
    at('exchange').scrollIntoView({ block: 'nearest' });
  };

  /** What a provider does with the token: documented as the steps after sign-up. */
  const showNext = (token) => {
    const calls = [];
    const bearer = `-H 'Authorization: Bearer ${token}'`;
    if (told.waba_id) calls.push(`curl -s -X POST ${bearer} '${graph}/v26.0/${told.waba_id}/subscribed_apps'`);
    if (told.phone_number_id) {
      calls.push(`curl -s ${bearer} '${graph}/v26.0/${told.phone_number_id}?fields=display_phone_number,code_verification_status,status'`);
      calls.push(`curl -s ${bearer} '${graph}/v26.0/${told.phone_number_id}/register' -d messaging_product=whatsapp -d pin=148392`);
    }
    at('exchange-next').hidden = calls.length === 0;
    at('exchange-calls').textContent = calls.join('\n\n');
  };

  at('exchange-do').addEventListener('click', async (event) => {
    event.currentTarget.disabled = true;
    const answer = await fetch(exchangeUrl(event.currentTarget.dataset.code));
    const body = await answer.json();
    at('exchange-answer').textContent = `HTTP ${answer.status}\n${JSON.stringify(body, null, 2)}`;
    at('exchange-answer').hidden = false;
    at('exchange-do').disabled = false;
    if (body.access_token) showNext(body.access_token);
  });

  form.addEventListener('input', showSnippet);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!window.FB) {
      hear(form.dataset.blocked, '');
      return;
    }
    FB.init({ appId: app().value, autoLogAppEvents: true, xfbml: true, version: 'v26.0' });
    FB.login(called, options());
  });
  showSnippet();
})();
