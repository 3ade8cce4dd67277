import { buttonClass } from "#components/ui/button.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./hints.module.css";
import type { HintPlace } from "./line-reader.ts";

interface HintCardActions {
  close(): void;
  step(by: 1 | -1): void;
  edit(): void;
  dismiss(isEverywhere: boolean, reason: string): void;
}

function button(label: string, kind: "default" | "ghost", onclick: () => void): HTMLButtonElement {
  return Object.assign(document.createElement("button"), {
    ...{ type: "button", className: buttonClass(kind), textContent: label, onclick },
  });
}

/**
 * The card below the line of a hint. Drawn without React, because ProseMirror keeps the element while the text changes.
 */
export function drawHintCard(
  { pattern, message, suggestion }: Pick<HintPlace, "pattern" | "message" | "suggestion">,
  actions: HintCardActions,
): HTMLElement {
  const card = Object.assign(document.createElement("div"), { className: styles.card, contentEditable: "false" });
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", `Wording hint: ${message} ${suggestion}`);
  card.dataset.hintCard = pattern;
  const words = document.createElement("p");
  const why = document.createElement("b");
  why.textContent = message;
  words.append(why, ` ${suggestion}`);
  const reason = Object.assign(document.createElement("input"), {
    ...{ type: "text", className: styles.reason, maxLength: LENGTHS.hint.reason },
  });
  const field = Object.assign(document.createElement("label"), { className: styles.field });
  field.append("Reason (optional)", reason);
  const ways = Object.assign(document.createElement("div"), { className: styles.buttons });
  ways.append(
    button("Edit this sentence", "default", actions.edit),
    field,
    button("Dismiss here", "ghost", () => actions.dismiss(false, reason.value.trim())),
    button("Dismiss in this review", "ghost", () => actions.dismiss(true, reason.value.trim())),
  );
  card.addEventListener("keydown", (event) => {
    if (event.isComposing || (event.key !== "Escape" && event.key !== "F7")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") actions.close();
    else actions.step(event.shiftKey ? -1 : 1);
  });
  card.append(words, ways);
  return card;
}
