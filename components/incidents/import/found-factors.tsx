"use client";

import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { FACTOR_ROLE_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { FoundFactor } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { factorPlace, lineWords } from "./found-place.ts";
import { useAddFactors } from "./use-add-factors.ts";

type FoundFactorsProps = { incident: Incident; filename: string; factors: readonly FoundFactor[] };

/** The causes and contributing factors that a write-up names; those that are chosen go into the incident's review. */
export function FoundFactors({ incident, filename, factors }: FoundFactorsProps) {
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const reviewKey = incident.reviews[0]?.key ?? null;
  const { add, isBusy, added } = useAddFactors(reviewKey ?? "", filename);
  const chosen = factors.filter((factor) => !left.has(factorPlace(factor)) && !added.has(factorPlace(factor)));
  const toggle = (place: string) =>
    setLeft((now) => new Set(now.has(place) ? [...now].filter((one) => one !== place) : [...now, place]));
  return (
    <section className="sec" aria-labelledby={id}>
      <SectionHead
        id={id}
        title="Factors in this text"
        count={`${factors.length}, ${filename}`}
        right={
          reviewKey !== null && chosen.length > 0 ? (
            <Button busy={isBusy} busyLabel="Adding" onClick={() => void add(chosen)}>
              Add {countWords(chosen.length, "factor")}
            </Button>
          ) : undefined
        }
      />
      {reviewKey === null ? (
        <p className="muted">
          Factors belong to a review, and {incident.key} has none yet.{" "}
          <TextLink href={`/incidents/${incident.key}`}>Generate the review</TextLink>, then come back to add them.
        </p>
      ) : null}
      <ul className="rows">
        {factors.map((factor) => {
          const { statement, role } = factor;
          const place = factorPlace(factor);
          return (
            <li key={place} className="flex gap-3 py-2">
              {reviewKey === null || added.has(place) ? (
                <span className="muted">{statement}</span>
              ) : (
                <Checkbox label={statement} checked={!left.has(place)} onChange={() => toggle(place)} />
              )}
              <span className="right flex gap-2 muted small whitespace-nowrap">
                {FACTOR_ROLE_WORDS[role]}
                {added.has(place) ? <Tag>added</Tag> : <span className="num">{lineWords(factor)}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
