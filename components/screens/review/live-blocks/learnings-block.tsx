"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { reads } from "#components/base/api/client.ts";
import { conditionLink, LearningList } from "#components/follow/learning/learning-list.tsx";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { LEARNING_KINDS } from "#lib/base/vocabulary/learning.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";

/** Learnings by kind, with their evidence. */
export function LearningsBlock() {
  const { review, openLearning } = useReviewScope();
  const learnings = useQuery(reads.learning.ofReview(review.key));
  const items = learnings.data?.items ?? [];
  const sorted = LEARNING_KINDS.flatMap((kind) => items.filter((one) => one.kind === kind));
  return (
    <BlockFrame title={countWords(items.length, "learning")} state={stateOf(learnings)}>
      {items.length === 0 ? (
        <p className={textStyles.muted}>
          No learnings yet. What went well, where did luck help, and what surprised people?
        </p>
      ) : null}
      <LearningList learnings={sorted} onOpen={openLearning} aboutOf={conditionLink} />
      {review.abilities.write ? (
        <Button className="noprint" kind="ghost" icon={<Plus size={14} />} onClick={() => openLearning(null)}>
          Add learning
        </Button>
      ) : null}
    </BlockFrame>
  );
}
