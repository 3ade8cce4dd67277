"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { reads } from "#components/base/api/client.ts";
import { FactorRow } from "#components/follow/factor/factor-row.tsx";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";

/** Contributing factors with their evidence, their actions and their gaps. */
export function FactorsBlock() {
  const { review, openFactor, addAction } = useReviewScope();
  const factors = useQuery(reads.factor.ofReview(review.key));
  const rows = factors.data?.items ?? [];
  const holes = rows.filter((row) => row.holes.length > 0).length;
  return (
    <BlockFrame
      title={countWords(rows.length, "contributing factor")}
      note={holes > 0 ? `${holes} incomplete` : ""}
      state={stateOf(factors)}
    >
      {rows.length === 0 ? (
        <p className="muted">No factors yet. Which conditions made the incident possible, larger or longer?</p>
      ) : null}
      <ol>
        {rows.map((factor, index) => (
          <FactorRow
            key={factor.id}
            factor={factor}
            place={index + 1}
            onOpen={() => openFactor(factor.id)}
            onAddAction={() => addAction([factor.id])}
          />
        ))}
      </ol>
      {review.abilities.write ? (
        <Button className="noprint" kind="ghost" icon={<Plus size={14} />} onClick={() => openFactor(null)}>
          Add factor
        </Button>
      ) : null}
    </BlockFrame>
  );
}

/** Strategic changes that address factors of this review. */
export function ChangesBlock() {
  const { review } = useReviewScope();
  const factors = useQuery(reads.factor.ofReview(review.key));
  const changes = new Map(
    factors.data?.items.flatMap((factor) => factor.changes.map((change) => [change.key, change] as const)),
  );
  return (
    <BlockFrame
      title={`${changes.size} strategic changes`}
      link={{ href: "/strategy", label: "Open strategy" }}
      state={stateOf(factors)}
    >
      {changes.size === 0 ? (
        <p className="muted">No strategic changes yet. They address factors that need more than a short action.</p>
      ) : null}
      <ul>
        {[...changes.values()].map((change) => (
          <li key={change.key}>
            <a href={`/strategy/${change.key}`}>
              <span className="record-key num">{change.key}</span> {change.title}
            </a>
          </li>
        ))}
      </ul>
    </BlockFrame>
  );
}
