import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createActionItem } from "#server/follow/action-item/index.ts";
import { findingRecords } from "#server/follow/finding-records/index.ts";
import { createStrategicChange } from "#server/follow/strategic-change/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { search } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let other: UserActor;
const ctx = (actor: UserActor) => makeContext(database.prisma, actor);
const find = async (q: string, actor = other) =>
  (await search(ctx(actor), { q, limit: 20 })).items.map(({ key }) => key);

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Mina");
  other = await makeUser(database.prisma, "member", "Otto");
  const incident = (title: string, restricted = false) =>
    createIncident(ctx(member), {
      ...{ title, restricted, severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
      ...{ timeZone: "UTC", impactText: "Nobody could pay by card." },
    });
  const action = (title: string, incidentKey: string) =>
    createActionItem(ctx(member), {
      ...{ title, incidentKey, type: "prevent", priority: "P2", description: "", doneWhen: "" },
      ...{ ownerId: null, teamId: null, trackerUrl: null, factorIds: [], changeKeys: [] },
    });
  const outage = await incident("Checkout database outage");
  const secret = await incident("Checkout token in a log", true);
  await generateReview(ctx(member), { key: outage.key, template: "quick" }, findingRecords);
  await generateReview(ctx(member), { key: secret.key, template: "quick" }, findingRecords);
  await action("Rehearse the failover", outage.key);
  await action("Rotate the checkout token", secret.key);
  await createStrategicChange(ctx(member), {
    ...{ title: "More than one database", problem: "One primary carries it all.", expectedEffect: "" },
    ...{ targetQuarter: "2027-Q1", ownerId: null, sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
  });
});
afterAll(() => database.close());

describe("search", () => {
  it("finds a record by its key, however it is typed, and all of a number", async () => {
    expect(await find("INC-1")).toEqual(["INC-1"]);
    expect(await find("act1")).toEqual(["ACT-1"]);
    expect((await find("1")).sort()).toEqual(["ACT-1", "INC-1", "REV-1", "SC-1"]);
    expect(await find("INC-77")).toEqual([]);
  });

  it("finds words, their other forms and their beginnings, the best first", async () => {
    expect((await find("database outages")).sort()).toEqual(["INC-1", "REV-1"]);
    expect(await find("rehears")).toEqual(["ACT-1"]);
    expect(await find("primary")).toEqual(["SC-1"]);
    expect(await find("pay by card")).toEqual(["INC-1"]);
  });

  it("finds misspelt words, in any order", async () => {
    expect(await find("outge databse")).toEqual(expect.arrayContaining(["INC-1", "REV-1"]));
    expect(await find("failovr")).toEqual(["ACT-1"]);
    expect(await find("zebra")).toEqual([]);
  });

  it("shows nothing that hangs on a restricted incident to others", async () => {
    expect(await find("token")).toEqual([]);
    expect(await find("INC-2")).toEqual([]);
    expect((await find("token", member)).sort()).toEqual(["ACT-2", "INC-2", "REV-2"]);
  });

  it("takes signs for words, never for commands", async () => {
    for (const q of ["'", "%", "a' OR 1=1 --", "\\", "!& |", "<->", '"', "()", "'; DROP TABLE incident;"])
      expect(await search(ctx(other), { q, limit: 5 })).toHaveProperty("items");
  });

  it("says what each is and where", async () => {
    const { items } = await search(ctx(other), { q: "failover", limit: 1 });
    expect(items).toEqual([
      {
        noun: "action-item",
        key: "ACT-1",
        title: "Rehearse the failover",
        href: "/actions/ACT-1",
        detail: "Proposed, no owner",
      },
    ]);
  });
});
