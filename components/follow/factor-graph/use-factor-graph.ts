"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { FACTOR_RELATION_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { FactorGraph } from "#lib/contract/factor-graph.ts";
import type { Point } from "#lib/follow/factor/graph.ts";
import type { FactorEdge } from "#lib/follow/factor/relations.ts";

/** How the factors of a review are related, and functions that change it. Each can be undone. */
export function useFactorGraph(key: string) {
  const client = useQueryClient();
  const options = reads.factorGraph.get(key);
  const graph = useQuery(options);
  const send = async (run: () => Promise<FactorGraph>, done?: () => void) => {
    try {
      client.setQueryData(options.queryKey, await run());
      done?.();
    } catch (error) {
      toastError(wordsOf(error));
      void client.invalidateQueries({ queryKey: options.queryKey });
    }
  };
  const relate = (edge: FactorEdge) =>
    send(
      () => api.factorGraph.relate({ key, ...edge }),
      () =>
        toastDone(`Relation added: ${FACTOR_RELATION_WORDS[edge.relation]}`, {
          undo: () => void send(() => api.factorGraph.unrelate({ key, ...edge })),
        }),
    );
  const unrelate = (edge: FactorEdge) =>
    send(
      () => api.factorGraph.unrelate({ key, ...edge }),
      () => toastDone("Relation removed", { undo: () => void send(() => api.factorGraph.relate({ key, ...edge })) }),
    );
  const move = (box: string, { x, y }: Point) => {
    const before = graph.data?.places.find((place) => place.box === box);
    return send(
      () => api.factorGraph.arrange({ key, places: [{ box, x, y }] }),
      () =>
        toastDone("Box moved", {
          undo: () =>
            void send(() =>
              api.factorGraph.arrange({ key, places: before ? [before] : [], forget: before ? [] : [box] }),
            ),
        }),
    );
  };
  const layOutAgain = () => {
    const places = graph.data?.places ?? [];
    return send(
      () => api.factorGraph.arrange({ key, places: [], forget: places.map(({ box }) => box) }),
      () => toastDone("Layout reset", { undo: () => void send(() => api.factorGraph.arrange({ key, places })) }),
    );
  };
  return { graph, relate, unrelate, move, layOutAgain };
}
