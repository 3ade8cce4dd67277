"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/api/client.ts";
import { wordsOf } from "#components/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { countWords } from "#lib/text/sentence.ts";
import { useTimelineScope } from "../scope.tsx";
import { cityOf } from "../shown-zone.ts";

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

/** The one question of an event whose time cannot be read without a person. */
export function ZoneAsk({ event }: { event: TimelineEvent }) {
  const { incidentKey, mayEdit, zones, open } = useTimelineScope();
  const answer = useAnswerZone(incidentKey);
  const { ambiguity, source } = event;
  if (!ambiguity) return null;
  const { importId } = source;
  const isZone = ambiguity.reason === "zone" && ambiguity.local !== null && importId !== null;
  return (
    <div className="conf">
      <span>{ambiguity.question}</span>
      {mayEdit && isZone ? (
        <fieldset className="seg" aria-label={`Zone of ${source.label}`}>
          {zones.map((zone) => (
            <button
              key={zone}
              type="button"
              aria-pressed={answer.isPending && answer.variables.zone === zone}
              disabled={answer.isPending}
              title={`All times of ${source.label} that state no zone are read as ${zone}`}
              onClick={() => answer.mutate({ importId, zone })}
            >
              {cityOf(zone)}
            </button>
          ))}
        </fieldset>
      ) : null}
      {mayEdit ? (
        <button type="button" className="lnk" onClick={() => open(event, "time")}>
          {isZone ? "Another zone or time" : "Set the time"}
        </button>
      ) : null}
    </div>
  );
}
