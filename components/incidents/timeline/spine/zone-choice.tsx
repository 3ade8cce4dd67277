"use client";

import { cityOf } from "#lib/base/time/zones.ts";
import { useTimelineScope } from "../scope.tsx";
import { useAnswerZone } from "./use-answer-zone.ts";

/** The zones at hand for all times of an import that state none. */
export function ZoneChoice({ importId, label }: { importId: string; label: string }) {
  const { zones } = useTimelineScope();
  const answer = useAnswerZone();
  return (
    <fieldset className="seg" aria-label={`Zone of ${label}`}>
      {zones.map((zone) => (
        <button
          key={zone}
          type="button"
          aria-pressed={answer.isPending && answer.variables.zone === zone}
          disabled={answer.isPending}
          title={`All times of ${label} that state no zone are read as ${zone}`}
          onClick={() => answer.mutate({ importId, zone })}
        >
          {cityOf(zone)}
        </button>
      ))}
    </fieldset>
  );
}
