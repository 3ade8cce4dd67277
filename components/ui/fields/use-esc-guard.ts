import { useState } from "react";

/**
 * Esc doesn't lose what a person typed: after input, or with `hasMore` to lose, the first Esc only warns, and the next
 * one leaves. `warning` is null until then.
 */
export function useEscGuard(onLeave: () => void, hasMore = false) {
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
    onEsc: () => {
      if (isTyped && !isWarned) setWarned(true);
      else onLeave();
    },
  };
}
