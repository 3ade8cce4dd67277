"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { localToday, wordsOfDate } from "#lib/base/time/local-date.ts";
import { useTimelineScope } from "../state/scope.tsx";

const useAfterAnswer = () => {
  const client = useQueryClient();
  return () => void refresh(client, "timeline");
};

/** The answer about the times of an import: "UTC", "11 June 2020" or both. */
export const answerWords = ({ zone, date }: { zone?: string | null; date?: string | null }): string =>
  [date ? wordsOfDate(date, localToday()) : null, zone].filter((word) => word).join(", ");

/** The answer applies to every time of the same import without a time zone. It is one undo step. */
export function useAnswerZone() {
  const { incidentKey: key, offerUndo } = useTimelineScope();
  const after = useAfterAnswer();
  const undo = useUndoZone();
  return useMutation({
    mutationFn: (input: { importId: string; zone?: string; date?: string }) =>
      api.timeline.answerZone({ key, ...input }),
    onError: (error) => toastError(wordsOf(error)),
    onSuccess: ({ answerId, answered, stillAmbiguous }, answer) => {
      after();
      const rest =
        stillAmbiguous > 0 ? `. ${stillAmbiguous} still ${stillAmbiguous === 1 ? "needs" : "need"} review` : "";
      const run = answerId === null ? null : offerUndo(() => undo.mutate(answerId));
      toastDone(
        `${countWords(answered, "time")} read as ${answerWords(answer)}${rest}`,
        run ? { action: { label: "Undo", run } } : {},
      );
    },
  });
}

/** Undoes an answer: its times are questions again, except those that someone set since. */
export function useUndoZone() {
  const { incidentKey: key } = useTimelineScope();
  const after = useAfterAnswer();
  return useMutation({
    mutationFn: (id: string) => api.timeline.takeBackZone({ key, id }),
    onError: (error) => toastError(wordsOf(error)),
    onSettled: after,
    onSuccess: ({ askedAgain, kept }) => {
      const rest = kept > 0 ? `. ${countWords(kept, "edited time")} kept` : "";
      toastDone(`${countWords(askedAgain, "time")} to review again${rest}`);
    },
  });
}
