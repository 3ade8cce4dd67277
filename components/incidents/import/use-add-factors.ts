"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { FoundFactor } from "#lib/contract/import.ts";
import { factorOfFound } from "./factor-of-found.ts";
import { factorPlace } from "./found-place.ts";

/** Adds factors that a write-up names to a review. `added` holds the places that are in it, for as long as the page stands. */
export function useAddFactors(reviewKey: string, filename: string) {
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
