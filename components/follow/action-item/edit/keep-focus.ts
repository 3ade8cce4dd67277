/** Marks what a change of its action can remove together with the control that was pressed, such as a notice. */
export const LEAVES = { "data-leaves": "" } as const;

const CONTROLS = "button, a[href]";

/**
 * Returns a function to call after a change. If the control that a person used is gone, so the page has the focus, the
 * next one of its notice gets it, or else the one before, and the keys work on where they were.
 */
export function keepFocus(used: Element | null): () => void {
  const notice = used?.closest("[data-leaves]");
  if (!notice) return () => undefined;
  const before = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (one) => one.compareDocumentPosition(notice) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(notice),
  );
  return () => {
    if (document.activeElement !== document.body) return;
    const own = notice.isConnected ? notice.querySelector<HTMLElement>(CONTROLS) : null;
    (own ?? before.findLast((one) => one.isConnected))?.focus({ preventScroll: true });
  };
}
