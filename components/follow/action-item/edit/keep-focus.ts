/**
 * Marks a notice that a change of its action can remove together with the control that was pressed. One of the same name
 * that replaces it gets the focus.
 */
export const replacedBy = (name: string) => ({ "data-leaves": name, tabIndex: -1 }) as const;

const CONTROLS = "button, a[href]";
const CLOSING_MS = 250;

/** The buttons with the next step of a record. */
export const STEPS = { "data-leaves": "", "data-steps": "" } as const;

const noticesNow = () => [...document.querySelectorAll<HTMLElement>("[data-leaves][tabindex]")];

/**
 * Returns a function to call after a change. If the control that a person used is gone, so the page has the focus, the
 * next one of its notice gets it, otherwise the notice in its place or one that came with the change, the next step of
 * the record, or the control before.
 */
export function keepFocus(used: Element | null): () => void {
  const notice = used?.closest<HTMLElement>("[data-leaves]");
  if (!notice) return () => undefined;
  const notices = new Set(noticesNow());
  const before = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (one) => one.compareDocumentPosition(notice) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(notice),
  );
  const give = () => {
    if (document.activeElement !== document.body) return;
    const own = (notice.isConnected ? notice.querySelector<HTMLElement>(CONTROLS) : null) ?? inPlaceOf(notice);
    const came = noticesNow().find((one) => !notices.has(one));
    (own ?? came ?? nextStep(notice) ?? before.findLast((one) => one.isConnected))?.focus({ preventScroll: true });
  };
  return () => {
    give();
    // A dialog that takes longer to close has the focus until then, and returns it to a button that is gone.
    setTimeout(give, CLOSING_MS);
  };
}

/** Returns the first step after a notice that is gone. In a panel, its own steps come first. */
function nextStep(notice: HTMLElement): HTMLElement | null {
  return notice.dataset.leaves ? document.querySelector<HTMLElement>("[data-steps] button") : null;
}

/** Returns the notice of the same name. It gets the focus itself: its first button can undo what was just done. */
function inPlaceOf({ dataset: { leaves } }: HTMLElement): HTMLElement | null {
  return leaves ? document.querySelector<HTMLElement>(`[data-leaves="${leaves}"]`) : null;
}
