/**
 * Loads the scripts of a page whose server left them for later, once the page is painted. They are 600 kB: loaded with the
 * page, they would delay its styles, its fonts and its text. It is sent as text in the page, so it uses nothing from
 * outside.
 */
export function loadLater(): void {
  const HIDDEN_MS = 500;
  const load = () => {
    for (const later of document.querySelectorAll<HTMLScriptElement>('script[type="text/later"]')) {
      const script = document.createElement("script");
      script.async = true;
      script.nonce = later.nonce;
      script.src = later.dataset.src ?? "";
      later.replaceWith(script);
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = load;
      port2.postMessage(0);
    });
    // A tab in the background paints nothing.
    setTimeout(load, document.hidden ? 0 : HIDDEN_MS);
  });
}
