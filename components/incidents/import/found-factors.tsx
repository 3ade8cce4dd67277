"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { FACTOR_ROLE_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { FoundFactor } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { factorOfFound } from "./factor-of-found.ts";
import { factorPlace, lineWords } from "./found-place.ts";

/** Adds factors that a write-up names to a review. `added` holds the places that are in it, for as long as the page stands. */
function useAddFactors(reviewKey: string, filename: string) {
  const client = useQueryClient();
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: query.factor.key() });

  const takeBack = async (made: readonly Factor[], places: readonly string[]) => {
    try {
      for (const { id, version } of made) await api.factor.update({ id, version, removed: true });
      setAdded((now) => new Set([...now].filter((place) => !places.includes(place))));
      toastDone(`${countWords(made.length, "factor")} taken back`);
    } catch (error) {
      toastError(wordsOf(error));
    }
    await refresh();
  };

  const add = async (factors: readonly FoundFactor[]): Promise<void> => {
    setIsBusy(true);
    const made: Factor[] = [];
    try {
      for (const factor of factors) {
        made.push(await api.factor.create({ key: reviewKey, ...factorOfFound(factor, filename) }));
        setAdded((now) => new Set([...now, factorPlace(factor)]));
      }
    } catch (error) {
      toastError(wordsOf(error));
    }
    setIsBusy(false);
    await refresh();
    const places = factors.slice(0, made.length).map(factorPlace);
    if (made.length > 0)
      toastDone(`${countWords(made.length, "factor")} added`, { undo: () => void takeBack(made, places) });
  };
  return { add, isBusy, added };
}

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
