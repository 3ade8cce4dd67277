import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { type EventFields, fieldsBefore, movesInTime, withFields } from "../story/event-fields.ts";
import { asExpected, placeEvent, removeEvent, replaceEvent, type Story } from "../story/story.ts";

export interface WriterPorts {
  read: () => Story | undefined;
  write: (change: (story: Story) => Story) => void;
  send: (id: string, version: number, fields: EventFields) => Promise<TimelineEvent>;
  /** Returns the newer event from a conflict, or null for any other error. */
  newerOf: (error: unknown) => TimelineEvent | null;
}

export interface EventWriter {
  /** Shows the change at once and sends it after earlier ones of the same event. Rejects if it was rolled back. */
  change: (event: TimelineEvent, fields: EventFields) => Promise<TimelineEvent>;
  /** Runs a request about several events after each one's pending changes. Later changes wait for it. */
  together: <Answer>(ids: readonly string[], run: () => Promise<Answer>) => Promise<Answer>;
  /** Whether a change of this event is pending. */
  isSending: (id: string) => boolean;
}

/** Writes events in order, one change at a time per event, with the cache always one step ahead. */
export function createEventWriter({ read, write, send, newerOf }: WriterPorts): EventWriter {
  const queues = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, EventFields[]>();
  const versions = new Map<string, number>();
  const cached = (id: string) => read()?.items.find((event) => event.id === id);

  const show = (event: TimelineEvent, moves: boolean) =>
    write((story) => {
      if (event.removed) return removeEvent(story, event.id);
      const stands = story.items.some((one) => one.id === event.id);
      return stands && !moves ? replaceEvent(story, event) : placeEvent(story, event);
    });

  const settle = (event: TimelineEvent, moves: boolean) => {
    versions.set(event.id, event.version);
    const rest = waiting.get(event.id) ?? [];
    const expected = rest.reduce(withFields, event);
    show(rest.length > 0 ? asExpected(expected) : expected, moves);
  };

  return {
    async change(event, fields) {
      const { id } = event;
      const current = cached(id) ?? event;
      const before = fieldsBefore(current, fields);
      const moves = movesInTime(fields);
      const mine = { ...fields };
      waiting.set(id, [...(waiting.get(id) ?? []), mine]);
      show(asExpected(withFields(current, mine)), moves);

      const turn = (queues.get(id) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => send(id, Math.max(event.version, versions.get(id) ?? 0, cached(id)?.version ?? 0), fields));
      queues.set(id, turn);
      const leave = () =>
        waiting.set(
          id,
          (waiting.get(id) ?? []).filter((one) => one !== mine),
        );
      try {
        const answer = await turn;
        leave();
        settle(answer, moves);
        return answer;
      } catch (error) {
        leave();
        settle(newerOf(error) ?? withFields({ ...(cached(id) ?? event), removed: false }, before), moves);
        throw error;
      } finally {
        if (queues.get(id) === turn) queues.delete(id);
      }
    },
    async together(ids, run) {
      const turn = Promise.allSettled(ids.map((id) => queues.get(id))).then(run);
      for (const id of ids) queues.set(id, turn);
      try {
        return await turn;
      } finally {
        for (const id of ids) if (queues.get(id) === turn) queues.delete(id);
      }
    },
    isSending: (id) => queues.has(id),
  };
}
