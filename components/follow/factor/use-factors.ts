"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, query, reads } from "#components/base/api/client.ts";
import { unsavedWords } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useChangeCondition } from "#components/follow/canonical-factor/use-condition.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { shortened } from "#lib/base/text/one-line.ts";
import type { SimilarFactor } from "#lib/contract/canonical-factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";

/** Puts a changed factor into a list, or removes it. */
export function withFactor(factors: readonly Factor[], changed: Factor): Factor[] {
  const others = factors.filter((factor) => factor.id !== changed.id);
  if (changed.removed) return others;
  return factors.some((factor) => factor.id === changed.id)
    ? factors.map((factor) => (factor.id === changed.id ? changed : factor))
    : [...others, changed];
}

/** Contributing factors of a review, with functions to add and change them. */
export function useFactors(key: string) {
  const client = useQueryClient();
  const options = reads.factor.ofReview(key);
  const list = useQuery(options);
  const settled = {
    onSuccess: (factor: Factor) => {
      client.setQueryData(options.queryKey, (data) => ({ items: withFactor(data?.items ?? [], factor) }));
      void refresh(client, "factor", [options.queryKey]);
    },
    onError: (error: unknown) => {
      toastError(unsavedWords(error, "this factor"));
      void refresh(client, "factor");
    },
  };
  return {
    factors: list.data?.items ?? [],
    create: useMutation(query.factor.create.mutationOptions(settled)),
    update: useMutation(query.factor.update.mutationOptions(settled)),
  };
}

/** Links a saved factor to the condition of a similar one. Two factors without a condition get one in common. */
export function useLinkTo() {
  const { send } = useChangeCondition();
  return ({ condition, factor: other }: SimilarFactor, { id, version }: Factor) =>
    send(
      () =>
        condition
          ? api.canonicalFactor.link({ id: condition.id, factorId: id, factorVersion: version })
          : api.canonicalFactor.create({
              name: shortened(other.statement, LENGTHS.canonicalFactor.name),
              factors: [
                { id, version },
                { id: other.id, version: other.version },
              ],
            }),
      ({ name }) => toastDone(`Factor linked to “${name}”`),
    );
}
