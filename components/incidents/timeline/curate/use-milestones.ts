"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import type { useUndo } from "#components/base/api/use-undo.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Metrics } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { moveMilestone, type Story } from "../story/story.ts";
import { storyKey } from "../story/use-story.ts";
import type { Suggestion } from "./suggestions.ts";

/** The value of a milestone: an event, not applicable, or null while unknown. */
export type MilestoneTarget = { eventId: string; label: string } | "not_applicable" | null;

export interface SetMilestones {
  /** Sets one milestone to an event, clears it (null), or marks it as not applicable. */
  set: (name: MilestoneName, to: MilestoneTarget) => Promise<void>;
  /** Dismisses a suggested event for this milestone, so it isn't suggested again. */
  refuse: (suggestion: Suggestion, label: string) => Promise<void>;
  /** Sets several, as one undo step. */
  setAll: (list: readonly { name: MilestoneName; to: MilestoneTarget }[]) => Promise<void>;
}

/** Sets milestones of one timeline: shown at once, rolled back if rejected, undone by the last-change key. */
export function useMilestones(key: string, offerUndo: ReturnType<typeof useUndo>): SetMilestones {
  const client = useQueryClient();
  return useMemo(() => {
    const metricsKey = query.timeline.metrics.queryKey({ input: { key } });
    const targetNow = (name: MilestoneName) => targetOf(client.getQueryData<Metrics>(metricsKey), name);
    const show = (name: MilestoneName, eventId: string | null) =>
      client.setQueryData<Story>(storyKey(key), (story) => story && moveMilestone(story, name, eventId));

    const send = async (name: MilestoneName, to: MilestoneTarget): Promise<Metrics | null> => {
      const before = targetNow(name);
      const eventId = eventOf(to);
      show(name, eventId);
      try {
        const metrics =
          to === null
            ? await api.timeline.clearMilestone({ key, name })
            : await api.timeline.setMilestone({ key, name, eventId, notApplicable: to === "not_applicable" });
        client.setQueryData<Metrics>(metricsKey, metrics);
        void refresh(client, ["timeline", "incident"], [storyKey(key), metricsKey]);
        return metrics;
      } catch (error) {
        show(name, eventOf(before));
        toastError(wordsOf(error));
        return null;
      }
    };

    const setAll: SetMilestones["setAll"] = async (list) => {
      const [first] = list;
      if (!first) return;
      const steps = list.map(({ name, to }) => ({ name, to, before: targetNow(name) }));
      const sent = (async () => {
        const done: { name: MilestoneName; before: MilestoneTarget; metrics: Metrics }[] = [];
        for (const { name, to, before } of steps) {
          const metrics = await send(name, to);
          if (metrics) done.push({ name, before, metrics });
        }
        return done;
      })();
      // Undo is offered at once and waits for the pending request.
      const run = offerUndo(async () => {
        for (const { name, before } of (await sent).reverse()) await send(name, before);
      });
      const undo = { label: "Undo", run };
      const said = list.length === 1 ? saidOf(first.name, first.to) : `${list.length} milestones set`;
      const close = toastDone(said, { action: undo });
      const done = await sent;
      const last = done.at(-1);
      if (done.length === 0) close();
      const warning = last && first.to !== null ? orderWarningOf(last.metrics, last.name) : null;
      if (warning !== null) toastDone(warning);
    };
    const answer = async (run: () => Promise<Metrics>): Promise<boolean> => {
      try {
        client.setQueryData<Metrics>(metricsKey, await run());
        return true;
      } catch (error) {
        toastError(wordsOf(error));
        return false;
      }
    };
    const refuse: SetMilestones["refuse"] = async ({ name, eventId }, label) => {
      client.setQueryData<Metrics>(
        metricsKey,
        (now) => now && { ...now, suggestions: now.suggestions.filter((one) => one.name !== name) },
      );
      const sent = answer(() => api.timeline.refuseMilestone({ key, name, eventId }));
      const run = offerUndo(async () => {
        if (await sent) await answer(() => api.timeline.allowMilestone({ key, name, eventId }));
      });
      const close = toastDone(`Suggestion of ${label} as ${MILESTONE_WORDS[name].toLowerCase()} dismissed`, {
        action: { label: "Undo", run },
      });
      if (await sent) return;
      close();
      void refresh(client, "timeline", [storyKey(key)]);
    };
    return { set: (name, to) => setAll([{ name, to }]), setAll, refuse };
  }, [client, key, offerUndo]);
}

const eventOf = (to: MilestoneTarget) => (to === null || to === "not_applicable" ? null : to.eventId);

/** Returns why the order with this milestone is impossible, shown where it was set and not only in the list. */
const orderWarningOf = ({ warnings }: Metrics, name: MilestoneName) =>
  warnings.find(({ kind, earlier, later }) => kind === "order" && (earlier === name || later === name))?.message ??
  null;

function targetOf(metrics: Metrics | undefined, name: MilestoneName): MilestoneTarget {
  const state = metrics?.milestones.find((one) => one.name === name);
  if (state?.notApplicable) return "not_applicable";
  return state?.eventId ? { eventId: state.eventId, label: `E${state.eventNumber}` } : null;
}

function saidOf(name: MilestoneName, to: MilestoneTarget): string {
  const milestone = MILESTONE_WORDS[name];
  if (to === null) return `${milestone} cleared`;
  return to === "not_applicable" ? `${milestone} marked as not applicable` : `${milestone} set to ${to.label}`;
}
