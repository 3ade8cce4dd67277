import { afterAll, beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { EventRelation } from "#lib/incidents/timeline/story/event-relations.ts";
import { relateEvents } from "#server/incidents/curate/index.ts";
import { makeUser } from "./make-context.ts";
import { storyDesk } from "./story-desk.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";

type Event = { id: string };

/** A desk of a member over a database of the test file, whose events can be put below each other. */
export function memberDesk() {
  let database: TestDatabase;
  let member: UserActor;
  let desk: ReturnType<typeof storyDesk>;
  beforeAll(async () => {
    database = await testDatabase();
    member = await makeUser(database.prisma, "member");
    desk = storyDesk(database, member);
  });
  afterAll(() => database.close());
  return {
    get database() {
      return database;
    },
    get member() {
      return member;
    },
    get desk() {
      return desk;
    },
    async relate(key: string, relation: EventRelation, lead: Event, ...events: Event[]) {
      const [first, ...below] = await desk.read(key, lead, ...events);
      if (!first) throw new Error("no lead");
      return relateEvents(desk.as(member), { key, relation, lead: first, below });
    },
  };
}
