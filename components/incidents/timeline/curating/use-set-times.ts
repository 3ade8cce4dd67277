"use client";

import { useCallback } from "react";
import { toastDone } from "#components/ui/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { type EventFields, fieldsBefore } from "../event-fields.ts";
import { useTimelineScope } from "../scope.tsx";

/** Gives several events the same time, one after the other, as one step of undo. */
export function useSetTimes() {
  const { curate, offerUndo } = useTimelineScope();
  return useCallback(
    async (events: readonly TimelineEvent[], fields: EventFields) => {
      const done: { event: TimelineEvent; before: EventFields }[] = [];
      for (const event of events) {
        const before = fieldsBefore(event, fields);
        if (await curate.quietly(event, fields)) done.push({ event, before });
      }
      if (done.length === 0) return;
      const takeBack = offerUndo(() => {
        for (const { event, before } of done) void curate.quietly({ ...event, ...fields }, before);
      });
      toastDone(`${countWords(done.length, "event")} have the same time now`, {
        action: { label: "Undo", run: takeBack },
      });
    },
    [curate, offerUndo],
  );
}
