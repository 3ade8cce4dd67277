"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/api/client.ts";
import { wordsOf } from "#components/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { countWords } from "#lib/text/sentence.ts";

/** The answer holds for every time of the same import that states no zone. */
export function useAnswerZone(incidentKey: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { importId: string; zone: string }) => api.timeline.answerZone({ key: incidentKey, ...input }),
    onError: (error) => toastError(wordsOf(error)),
    onSuccess: ({ answered, stillAmbiguous }, { zone }) => {
      void client.invalidateQueries({ queryKey: query.timeline.key() });
      void client.invalidateQueries({ queryKey: query.import.list.key() });
      const rest = stillAmbiguous > 0 ? `; ${stillAmbiguous} still need an answer of their own` : "";
      toastDone(`${countWords(answered, "time")} read as ${zone}${rest}`);
    },
  });
}
