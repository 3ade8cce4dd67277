"use client";

import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { MessageSquare, RefreshCw, SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { placeOfLink } from "#components/reviews/document/use-section-link.ts";
import { HintSteps } from "#components/reviews/hint/hint-steps.tsx";
import type { Hints } from "#components/reviews/hint/use-hints.ts";
import { goToSection } from "#components/reviews/review/go-to-section.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Factor } from "#lib/contract/factor.ts";
import styles from "./open-points.module.css";

export interface OpenPointsProps {
  editor: Editor | null;
  factors: readonly Factor[];
  hints: Hints;
  /** Number of open comments. */
  comments: number;
  onNextComment: () => void;
  /** Runs what a point does, for a sheet that covers the text. */
  run?: (act: () => void) => void;
}

const atOnce = (act: () => void) => act();

/** Points of this text that still need a person. Each leads to the next of its kind. */
export function OpenPoints(props: OpenPointsProps) {
  const { editor, factors, hints, comments, onNextComment, run = atOnce } = props;
  const { review, openFactor } = useReviewScope();
  const isEditable = editor?.isEditable === true;
  const stale = useQuery({ ...reads.review.staleDrafts(review.key), enabled: isEditable });
  const changed = isEditable ? (stale.data?.items ?? []).filter(({ kind }) => kind === "edited") : [];
  const unproven = factors.filter(({ holes }) => holes.some(({ code }) => code === "no_evidence"));
  if (changed.length + unproven.length + hints.count + hints.hidden.length + comments === 0) return null;
  const goToFact = (key: string) => {
    const place = editor ? placeOfLink(editor.state, `#${key}`) : -1;
    if (editor && place >= 0) goToSection(editor, place);
  };
  return (
    <section aria-label="Open points" className={styles.points}>
      <Steps
        icon={<RefreshCw size={14} />}
        keys={changed.map(({ key }) => key)}
        onGo={(key) => run(() => goToFact(key))}
      >
        {countWords(changed.length, "section")} with changed facts
      </Steps>
      <Steps icon={<SearchX size={14} />} keys={unproven.map(({ id }) => id)} onGo={(id) => run(() => openFactor(id))}>
        {countWords(unproven.length, "factor")} without evidence
      </Steps>
      <HintSteps hints={{ ...hints, next: () => run(hints.next) }} />
      {comments > 0 ? (
        <Button kind="ghost" icon={<MessageSquare size={14} />} keys="F8" onClick={() => run(onNextComment)}>
          {countWords(comments, "open comment")}
        </Button>
      ) : null}
    </section>
  );
}

interface StepsProps {
  icon: ReactNode;
  /** The points of this kind. */
  keys: readonly string[];
  onGo: (key: string) => void;
  children: ReactNode;
}

/** Goes from one point of a kind to the next, and around. Nothing is shown without one. */
function Steps({ icon, keys, onGo, children }: StepsProps) {
  const [turn, setTurn] = useState(0);
  const key = keys[turn % keys.length];
  if (key === undefined) return null;
  const go = () => {
    setTurn(turn + 1);
    onGo(key);
  };
  return (
    <Button kind="ghost" icon={icon} onClick={go}>
      {children}
    </Button>
  );
}
