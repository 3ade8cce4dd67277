"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventRelation } from "#lib/incidents/timeline/story/event-relations.ts";
import { undoPlaces } from "#lib/incidents/timeline/story/undo-places.ts";
import { placeEvents, type Story } from "../story/story.ts";
import { storyKey } from "../story/use-story.ts";
import { isUntouched } from "./is-untouched.ts";
import { refusedWords, runSteps } from "./run-steps.ts";
import { afterStep, showStep } from "./show-step.ts";
import { type SeveralFields, type SeveralStep, undoFields } from "./undo-fields.ts";
import type { Curate } from "./use-curate.ts";

export interface Several {
  /** Changes the same fields of several events, all or none, as one undo step. */
  set: (events: readonly TimelineEvent[], fields: SeveralFields, said: string) => Promise<boolean>;
  /** Puts events below a lead. */
  relate: (
    relation: EventRelation,
    lead: TimelineEvent,
    below: readonly TimelineEvent[],
    said: string,
  ) => Promise<boolean>;
  /** Separates events again. A lead releases all that are below it. */
  split: (events: readonly TimelineEvent[], said: string) => Promise<boolean>;
  /** Runs a request that relates events itself, with an undo to their former places. */
  regroup: (
    run: () => Promise<{ events: TimelineEvent[] }>,
    said: (events: TimelineEvent[]) => string,
  ) => Promise<boolean>;
}

/** Changes of several events of one timeline: shown at once, rolled back with an error, one undo step. */
export function useSeveral(key: string, curate: Curate): Several {
  const client = useQueryClient();
  return useMemo(() => {
    const { read, write, find, readAgain, run } = stepRunner(client, key, curate);
    const mapOf = (events: readonly TimelineEvent[]) => new Map(events.map((event) => [event.id, event]));

    /**
     * One step with its undo. It is offered before the server has responded, so an immediate undo undoes this step and
     * not the one before.
     */
    const doStep = async (step: SeveralStep, said: string, back: (after: TimelineEvent[]) => SeveralStep[]) => {
      const sent = run([step]);
      const undo = curate.offer(step.ids, () => void sent.then((after) => after && run(back(after), mapOf(after))));
      const isDone = (await sent) !== null;
      if (isDone) toastDone(said, { action: { label: "Undo", run: undo } });
      else undo();
      return isDone;
    };
    const move = (step: SeveralStep, said: string) => {
      const before = read()?.items ?? [];
      return doStep(step, said, (after) => undoPlaces(before, after));
    };

    return {
      set(events, fields, said) {
        const ids = events.map((event) => event.id);
        const before = find(ids);
        return doStep({ does: "set", ids, set: fields }, said, () => undoFields(before, fields));
      },
      relate: (relation, lead, below, said) =>
        move({ does: "relate", relation, leadId: lead.id, ids: below.map((event) => event.id) }, said),
      split: (events, said) => move({ does: "split", ids: events.map((event) => event.id) }, said),
      async regroup(send, said) {
        const before = read()?.items ?? [];
        try {
          const { events } = await send();
          write((story) => placeEvents(story, events));
          readAgain();
          if (events.length > 0) {
            const ids = events.map((event) => event.id);
            const undo = curate.offer(ids, () => void run(undoPlaces(before, events), mapOf(events)));
            toastDone(said(events), { action: { label: "Undo", run: undo } });
          }
          return true;
        } catch (error) {
          toastError(wordsOf(error));
          readAgain();
          return false;
        }
      },
    };
  }, [client, key, curate]);
}

/** Reads and changes the story at once, and sends the steps of a change. */
function stepRunner(client: QueryClient, key: string, curate: Curate) {
  const read = () => client.getQueryData<Story>(storyKey(key));
  const write = (change: (story: Story) => Story) =>
    client.setQueryData<Story>(storyKey(key), (story) => story && change(story));
  const find = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return (read()?.items ?? []).filter((event) => wanted.has(event.id));
  };
  const readAgain = () => void refresh(client, ["timeline", "incident"]);

  const request = (step: SeveralStep, gone: ReadonlyMap<string, TimelineEvent>) => {
    const versioned = (ids: readonly string[]) => {
      const now = new Map(find(ids).map((event) => [event.id, event]));
      return ids.flatMap((id) => {
        const event = now.get(id) ?? gone.get(id);
        return event ? [{ id, version: event.version }] : [];
      });
    };
    const events = versioned(step.ids);
    if (step.does === "set") return api.curate.change({ key, events, set: step.set });
    if (step.does === "split") return api.curate.split({ key, events });
    const [lead] = versioned([step.leadId]);
    if (!lead) throw new Error("The event that contained them is no longer in the timeline.");
    return api.curate.relate({ key, relation: step.relation, lead, below: events });
  };

  /**
   * Sends one step, and repeats it with newer versions if others changed other fields of these events in the
   * meantime.
   */
  const sendStep = async (step: SeveralStep, gone: ReadonlyMap<string, TimelineEvent>) => {
    const ids = step.does === "relate" ? [...step.ids, step.leadId] : step.ids;
    await client.cancelQueries({ queryKey: storyKey(key) });
    const items = read()?.items ?? [];
    const expected = new Set(afterStep(items, step).map((event) => event.id));
    const before = items.filter((event) => expected.has(event.id));
    const send = () =>
      curate.together(ids, () => {
        const sent = request(step, gone);
        write((story) => showStep(story, step));
        return sent;
      });
    try {
      return await send();
    } catch (error) {
      write((story) => placeEvents(story, before));
      if (problemOf(error)?.code !== "conflict") throw error;
      await refresh(client, "timeline");
      if (!isUntouched(step, before, read()?.items ?? [])) throw error;
      return await send();
    }
  };

  /** Runs the steps one after the other. Returns the resulting events, or null if one was rejected. */
  const run = async (steps: readonly SeveralStep[], gone: ReadonlyMap<string, TimelineEvent> = new Map()) => {
    const sent = await runSteps(steps, async (step, done) => {
      const { events } = await sendStep(step, new Map([...gone, ...done]));
      write((story) => placeEvents(story, events));
      return events;
    });
    readAgain();
    if (sent.refused) toastError(refusedWords(sent.refused));
    return sent.refused ? null : [...sent.done.values()];
  };
  return { read, write, find, readAgain, run };
}
