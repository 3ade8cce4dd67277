import type { UserActor } from "#lib/base/access/actor.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, listTimeline } from "#server/incidents/timeline/index.ts";
import { makeContext } from "./make-context.ts";
import type { TestDatabase } from "./test-database.ts";

/** Helpers for tests of curating: incidents, events of any source, and the story as it is read. */
export function storyDesk(database: TestDatabase, member: UserActor) {
  const as = (actor: UserActor) => makeContext(database.prisma, actor);
  const story = async (key: string) =>
    (await listTimeline(as(member), { key, limit: 1000, includeHidden: true })).items;
  return {
    as,
    story,
    async newIncident(): Promise<string> {
      const incident = await createIncident(as(member), {
        kind: "incident",
        serviceIds: [],
        title: "Sign-in fails",
        severity: 1,
        startedAt: "2026-03-10T09:00:00Z",
        resolvedAt: "2026-03-10T12:00:00Z",
        timeZone: "UTC",
        impactText: "",
        restricted: false,
      });
      return incident.key;
    },
    /** Adds an event as if from a source. */
    async add(key: string, clock: string, title: string, sourceType = "slack", kind: EventKind = "observation") {
      const at = `2026-03-10T${clock}Z`;
      const event = await addEvent(as(member), { key, at, precision: "exact", kind, title, body: "" });
      await database.prisma.timelineEvent.update({ where: { id: event.id }, data: { sourceType } });
      return event;
    },
    /** Returns each event as "E2 merged E1", or "E3" for one on its own. */
    async places(key: string): Promise<string[]> {
      const events = await story(key);
      const number = (id: string | null) => events.find((event) => event.id === id)?.number;
      return events
        .sort((a, b) => a.number - b.number)
        .map((event) =>
          event.leadId === null ? `E${event.number}` : `E${event.number} ${event.relation} E${number(event.leadId)}`,
        );
    },
    /** Returns the current events in the form that functions accept. */
    async read(key: string, ...events: Pick<TimelineEvent, "id">[]) {
      const now = new Map((await story(key)).map((event) => [event.id, event]));
      return events.map(({ id }) => ({ id, version: now.get(id)?.version ?? 0 }));
    },
  };
}
