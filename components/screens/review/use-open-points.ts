"use client";

import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { type RefObject, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { passageOf } from "#components/reviews/comment/use-thread-steps.ts";
import { takeSelection } from "#components/reviews/document/take-selection.ts";
import { placeOfLink } from "#components/reviews/document/use-section-link.ts";
import { closeHint, hintsIn, openHint } from "#components/reviews/hint/hints-in-text.ts";
import { goToSection } from "#components/reviews/review/go-to-section.ts";
import type { Suggesting } from "#components/reviews/suggestion/use-suggesting.ts";
import { suggestedPassage } from "#components/reviews/suggestion/use-suggestions.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { Thread } from "#lib/contract/comment.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { StaleDraft } from "#lib/contract/review.ts";
import { suggestionWords } from "#lib/reviews/suggestion/suggestion-words.ts";
import { inTextOrder, nextPoint, type OpenPoint, pointWords } from "./open-point-order.ts";
import type { ShowComment } from "./review-comments.tsx";

/** Factors that still need evidence. */
export const unprovenOf = (factors: readonly Factor[]) =>
  factors.filter(({ holes }) => holes.some(({ code }) => code === "no_evidence"));

const NONE: readonly StaleDraft[] = [];

/** Sections of people's words whose facts changed, for those who can write. */
export function useChangedFacts(reviewKey: string, isEditable: boolean): readonly StaleDraft[] {
  const stale = useQuery({ ...reads.review.staleDrafts(reviewKey), enabled: isEditable });
  return isEditable ? (stale.data?.items ?? NONE).filter(({ kind }) => kind === "edited") : NONE;
}

/** Goes to the section whose facts changed. */
export function goToFact(editor: Editor, section: string): void {
  const place = placeOfLink(editor.state, `#${section}`);
  if (place >= 0) goToSection(editor, place);
}

interface OpenPointsOptions {
  reviewKey: string;
  editor: Editor | null;
  isEditable: boolean;
  factors: readonly Factor[];
  threads: readonly Thread[];
  suggesting: Suggesting;
  /** Shows a comment and moves the focus to it. */
  showComment: RefObject<ShowComment>;
  openFactor: (id: string) => void;
}

type Named = Pick<OpenPoint, "kind" | "id">;

/** The point that was shown last. */
interface Shown extends Named {
  /** Where the caret was then. Until it moves, the next step continues from the point. */
  caret: number;
  /** The point whose card gets the focus back from a form. */
  returnsTo: Named | null;
}

const isSame = (one: Named, other: Named | null | undefined) => one.kind === other?.kind && one.id === other.id;

/** F8 and Shift F8 go through everything in a text that still needs a person, from the caret and around. */
export function useOpenPoints(options: OpenPointsOptions) {
  const { reviewKey, editor, isEditable, factors, threads, suggesting, showComment, openFactor } = options;
  const [said, setSaid] = useState("");
  const last = useRef<Shown | null>(null);
  const changed = useChangedFacts(reviewKey, isEditable && editor !== null);

  const collect = (text: Editor): OpenPoint[] => {
    const at = (passage: HTMLElement | null) =>
      passage && text.view.dom.contains(passage) ? text.view.posAtDOM(passage, 0) : null;
    return [
      ...changed.map(({ key, section }): OpenPoint => {
        const place = placeOfLink(text.state, `#${key}`);
        return { kind: "fact", id: key, at: place < 0 ? null : place, words: section };
      }),
      ...threads
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map((thread): OpenPoint => {
          const words = thread.comments[0]?.body || thread.quote;
          return { kind: "comment", id: thread.id, at: at(passageOf(thread)), words };
        }),
      ...hintsIn(text).places.map(({ from, message, suggestion }): OpenPoint => {
        return { kind: "hint", id: String(from), at: from, words: `${message} ${suggestion}` };
      }),
      ...(suggesting.isHidden ? [] : suggesting.suggestions.open).map(({ id, proposal }): OpenPoint => {
        const { kind, detail } = suggestionWords(proposal);
        return { kind: "suggestion", id, at: at(suggestedPassage(id)), words: detail ? `${kind}, ${detail}` : kind };
      }),
      ...unprovenOf(factors).map(({ id, statement }): OpenPoint => {
        return { kind: "factor", id, at: null, words: statement };
      }),
    ];
  };

  /** The point whose card has the focus, otherwise the one that was shown last. */
  const currentOf = (text: Editor, caret: number | null) => {
    if (caret !== null) return last.current?.caret === caret ? last.current : null;
    const focused = focusedPoint(text);
    return focused && !isSame(focused, last.current?.returnsTo) ? focused : last.current;
  };

  const show = (text: Editor, { kind, id }: OpenPoint) => {
    if (kind !== "hint") closeHint(text);
    if (kind === "fact") goToFact(text, id);
    else if (kind === "comment") showComment.current(id);
    else if (kind === "hint") openHint(text.view, Number(id));
    else if (kind === "suggestion") suggesting.goTo(id);
    else openFactor(id);
  };

  const step = (by: 1 | -1) => {
    if (!editor) return;
    takeSelection(editor);
    const caret = editor.isFocused ? editor.state.selection.from : null;
    const points = inTextOrder(collect(editor));
    const next = nextPoint(points, { current: currentOf(editor, caret), caret }, by);
    const point = points[next];
    setSaid(pointWords(points, next));
    if (!point) return;
    const returnsTo = point.kind === "factor" ? focusedPoint(editor) : null;
    show(editor, point);
    const { kind, id } = point;
    last.current = { kind, id, caret: editor.state.selection.from, returnsTo };
  };
  // Another factor would take the place of what is typed.
  const when = ({ target }: KeyboardEvent) =>
    editor !== null && !(target instanceof Element && target.closest("form[data-edited]"));
  useKeys([
    { keys: "F8", label: "Next open point", group: "Review", whileTyping: true, when, run: () => step(1) },
    { keys: "shift+F8", label: "Previous open point", group: "Review", whileTyping: true, when, run: () => step(-1) },
  ]);
  return { changed, said, next: () => step(1) };
}

/** The open point in whose card the focus is. */
function focusedPoint(editor: Editor): Named | null {
  const focus = document.activeElement;
  const hint = focus?.closest("[data-hint-card]") ? hintsIn(editor).open : null;
  if (hint) return { kind: "hint", id: String(hint.from) };
  const suggestion = focus?.closest<HTMLElement>("[data-suggestion-card]")?.dataset.suggestionCard;
  if (suggestion) return { kind: "suggestion", id: suggestion };
  const comment = focus?.closest<HTMLElement>("[data-card]")?.dataset.card;
  return comment ? { kind: "comment", id: comment } : null;
}
