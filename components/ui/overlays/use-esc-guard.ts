import { useState } from "react";

/**
 * Esc doesn't lose what a person typed: after input, or with `hasMore` to lose, `stopsEsc` returns true for the first
 * Esc and shows the `warning`, which is null until then.
 */
export function useEscGuard(hasMore = false) {
  const [hasInput, setInput] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const isTyped = hasInput || hasMore;
  return {
    isTyped,
    warning: isWarned ? "Press Esc again to discard your changes" : null,
    onInput: () => {
      setInput(true);
      setWarned(false);
    },
    stopsEsc: () => {
      const stops = isTyped && !isWarned;
      setWarned(stops);
      return stops;
    },
  };
}
