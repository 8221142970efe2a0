/*
 * Web Chat on a portal's page:
 *   <div id="chat"></div>
 *   <script src="https://bot.example/embed.js" data-token-url="/my-portal/token" data-target="#chat"></script>
 * The token address is the portal's own: its server asks our tokens/generate, with its secret, for the person
 * who is signed in there, and hands on the answer.
 */
(() => {
  const script = document.currentScript;
  const { tokenUrl, target = '#chat', locale } = script.dataset;

  const fetchToken = async () => {
    const response = await fetch(tokenUrl, { method: 'POST', credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${tokenUrl} answered ${response.status}`);
    const { token } = await response.json();
    return token;
  };

  const say = (host, sentence) => {
    host.textContent = sentence;
    host.setAttribute('role', 'status');
  };

  const show = async (host) => {
    const { startChat } = await import(new URL('chat.js', script.src).href);
    const token = await fetchToken();
    const room = document.createElement('div');
    host.replaceChildren(room);
    const ended = () => say(host, 'The conversation has ended. Reload the page to start again.');
    await startChat({ element: room, token, nonce: script.nonce, ended, ...(locale ? { locale } : {}) });
  };

  /** People get a sentence; whoever set this up finds the reason in the browser's console. */
  const start = async () => {
    const host = document.querySelector(target);
    if (!host) throw new Error(`Tillkeeper could not start: ${target} is not on this page. See data-target.`);
    try {
      if (!tokenUrl) throw new Error('Tillkeeper could not start: data-token-url is missing.');
      await show(host);
    } catch (error) {
      say(host, 'The chat could not be opened. Reload the page, or ask whoever runs this portal.');
      throw error;
    }
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
