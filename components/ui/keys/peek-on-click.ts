import type { MouseEvent } from "react";

/**
 * Returns a handler for the link of a row: a plain click opens the peek. Enter opens the page, as for any link, and a
 * click with a modifier opens a tab or a window.
 */
export const peekOnClick = (onPeek: () => void) => (event: MouseEvent) => {
  if (event.detail === 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  onPeek();
};
