import { hueOf } from "#components/ui/hue.ts";

const IDLE_MS = 2000;

/** A person's caret in the text: the name while they write, a dot when they pause. */
export function drawCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.dataset.n = typeof user.name === "string" ? user.name : "";
  caret.style.setProperty("--cc", `var(--cursor-${hueOf(String(user.id ?? ""))})`);
  window.setTimeout(() => caret.classList.add("idle"), IDLE_MS);
  return caret;
}

/** Attributes of somebody's selection. */
export const drawSelection = (user: Record<string, unknown>) => ({
  class: "selx",
  style: `--cc: var(--cursor-${hueOf(String(user.id ?? ""))})`,
});
