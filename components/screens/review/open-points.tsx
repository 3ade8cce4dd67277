"use client";

import type { Editor } from "@tiptap/core";
import { ChevronDown, MessageSquare, RefreshCw, SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { HintSteps } from "#components/reviews/hint/hint-steps.tsx";
import type { Hints } from "#components/reviews/hint/use-hints.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { StaleDraft } from "#lib/contract/review.ts";
import styles from "./open-points.module.css";
import { goToFact, unprovenOf } from "./use-open-points.ts";

export interface OpenPointsProps {
  editor: Editor | null;
  factors: readonly Factor[];
  /** Sections whose facts changed. */
  changed: readonly StaleDraft[];
  hints: Hints;
  /** Number of open comments. */
  comments: number;
  onNextComment: () => void;
  /** Goes to the next point of any kind. */
  onNext: () => void;
  /** Runs what a point does, for a sheet that covers the text. */
  run?: (act: () => void) => void;
}

const atOnce = (act: () => void) => act();

/** Points of this text that still need a person. Each leads to the next of its kind. */
export function OpenPoints(props: OpenPointsProps) {
  const { editor, factors, changed, hints, comments, onNextComment, onNext, run = atOnce } = props;
  const { openFactor } = useReviewScope();
  const unproven = unprovenOf(factors);
  const count = changed.length + unproven.length + hints.count + comments;
  if (count + hints.hidden.length === 0) return null;
  return (
    <section aria-label="Open points" className={styles.points}>
      {count > 0 ? (
        <Button kind="ghost" icon={<ChevronDown size={14} />} keys="F8" onClick={() => run(onNext)}>
          Next open point
        </Button>
      ) : null}
      <Steps
        icon={<RefreshCw size={14} />}
        keys={changed.map(({ key }) => key)}
        onGo={(key) => run(() => editor && goToFact(editor, key))}
      >
        {countWords(changed.length, "section")} with changed facts
      </Steps>
      <Steps icon={<SearchX size={14} />} keys={unproven.map(({ id }) => id)} onGo={(id) => run(() => openFactor(id))}>
        {countWords(unproven.length, "factor")} without evidence
      </Steps>
      <HintSteps hints={{ ...hints, next: () => run(hints.next) }} />
      {comments > 0 ? (
        <Button kind="ghost" icon={<MessageSquare size={14} />} onClick={() => run(onNextComment)}>
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
