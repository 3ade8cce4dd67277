"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import { useMilestones } from "#components/incidents/timeline/curate/use-milestones.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Response, Suspect } from "#lib/contract/impact.ts";

/**
 * Verdicts on suspects: the trigger is a milestone of the timeline, and a ruled out change is stored with who and when.
 */
export function useSuspects(key: string) {
  const client = useQueryClient();
  const offerUndo = useUndo();
  const milestones = useMilestones(key, offerUndo);
  return useMemo(() => {
    const responseKey = query.impact.response.queryKey({ input: { key } });
    const send = async ({ eventId, title }: Suspect, ruledOut: boolean): Promise<boolean> => {
      try {
        client.setQueryData<Response>(responseKey, await api.impact.ruleOut({ key, eventId, ruledOut }));
        return true;
      } catch (error) {
        toastError(`${title}: ${wordsOf(error)}`);
        return false;
      }
    };
    return {
      async ruleOut(suspect: Suspect, ruledOut: boolean): Promise<void> {
        if (!(await send(suspect, ruledOut))) return;
        const undo = offerUndo(() => void send(suspect, !ruledOut));
        const said = ruledOut ? "Ruled out as the trigger" : "Restored as a suspect";
        toastDone(said, { action: { label: "Undo", run: undo } });
      },
      /** Sets the milestone "trigger" to the change. Null makes it unknown again. */
      async setTrigger(suspect: Suspect | null): Promise<void> {
        const to = suspect && { eventId: suspect.eventId, label: `E${suspect.eventNumber}` };
        await milestones.set("trigger_change", to);
        await refresh(client, "impact");
      },
    };
  }, [client, key, milestones, offerUndo]);
}
