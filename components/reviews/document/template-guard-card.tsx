"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Lock } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { AnchoredPopover } from "#components/ui/overlays/anchored-popover.tsx";
import { deleteTextOnly, hasText, leave, type Refusal, refusalIn, takeOut } from "./template-guard.ts";
import styles from "./template-guard-card.module.css";

/** Space that the card needs below. */
const ROOM_PX = 160;

function reasonOf({ parts: [first, ...others] }: Refusal): string {
  if (!first) return "";
  if (others.length === 0) return `“${first.title}” is a ${first.kind} of the template.`;
  return `“${first.title}” and ${others.length} more ${others.length === 1 ? "part belongs" : "parts belong"} to the template.`;
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight - ROOM_PX;
}

/** The visible part of the deletion. A selection can reach far beyond the screen. */
function anchorOf({ view }: Editor, refusal: Refusal): HTMLElement {
  const { node } = view.domAtPos(refusal.since.map(refusal.from));
  const place = node instanceof HTMLElement ? node : node.parentElement;
  if (place && place !== view.dom && isInSight(place)) return place;
  const blocks = [...view.dom.children].filter((one) => one instanceof HTMLElement);
  return blocks.find((one) => one.matches("h2") && isInSight(one)) ?? blocks.find(isInSight) ?? view.dom;
}

/** Explains why a deletion was stopped, and offers what to do. */
export function TemplateGuardCard({ editor }: { editor: Editor }) {
  const refusal = useEditorState({ editor, selector: ({ editor: { state } }) => refusalIn(state) });
  if (!refusal) return null;
  const { view } = editor;
  const answer = (transaction: ReturnType<typeof leave>) => {
    view.dispatch(transaction);
    // At once: the next key is for the text.
    view.focus();
  };
  const isOne = refusal.parts.length === 1;
  return (
    <AnchoredPopover
      anchor={anchorOf(editor, refusal)}
      label="Part of the template"
      className={styles.card}
      onClose={() => answer(leave(editor.state))}
    >
      <Lock />
      <div>
        <p>
          <strong>{reasonOf(refusal)}</strong>{" "}
          {isOne ? "Deleting a selection keeps it" : "Deleting a selection keeps them"} and removes only your text.
        </p>
        <div className={styles.buttons}>
          <Button onClick={() => answer(leave(editor.state))}>{isOne ? "Keep it" : "Keep all"}</Button>
          {hasText(editor.state, refusal) ? (
            <Button onClick={() => answer(deleteTextOnly(editor.state, refusal))}>Delete text only</Button>
          ) : null}
          <Button kind="ghost" onClick={() => answer(takeOut(editor.state, refusal))}>
            {isOne ? "Remove it" : "Remove all"}
          </Button>
        </div>
      </div>
    </AnchoredPopover>
  );
}
