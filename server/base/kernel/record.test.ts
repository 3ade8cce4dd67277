import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import type { Ctx, TxCtx } from "./context.ts";
import type { Change } from "./nouns.ts";
import { fieldsOf, type Recorded, record, recordAll, unrecorded } from "./record.ts";
import { transact } from "./transaction.ts";

let database: TestDatabase;
let ada: UserActor;
const ctx = (actor = ada) => ({ ...makeContext(database.prisma, actor), requestId: "request-1" });
const [ID, OTHER, INCIDENT] = ["01", "02", "03"].map((end) => `00000000-0000-7000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];

beforeAll(async () => {
  database = await testDatabase();
  ada = await makeUser(database.prisma, "member", "Ada");
});
afterAll(() => database.close());

/** Entries and events that a write leaves. */
async function leaves(write: () => Promise<unknown>) {
  await database.prisma.auditEntry.deleteMany();
  await database.prisma.outboxEvent.deleteMany();
  await write();
  const entries = await database.prisma.auditEntry.findMany({ orderBy: { id: "asc" } });
  const events = await database.prisma.outboxEvent.findMany({ orderBy: { id: "asc" } });
  return { entries, told: events.map(({ topic, payload }) => ({ topic, ...(payload as object) })) };
}
const recorded = (...changes: Change[]) => leaves(() => transact(ctx(), (tx) => recordAll(tx, changes)));

describe("a recorded change", () => {
  it("contains who did what by which request, and the values before and after", async () => {
    const before = { title: "Old" };
    const after = { title: "New", at: new Date("2026-01-01T00:00:00Z"), size: 1n };
    const { entries } = await recorded({
      action: "action_item.updated",
      id: ID,
      incidentId: INCIDENT,
      before,
      after,
    });
    expect(entries).toMatchObject([
      {
        ...{ action: "action_item.updated", noun: "action_item", nounId: ID, incidentId: INCIDENT },
        ...{ actorId: ada.id, actorKind: "user", actorLabel: "Ada", requestId: "request-1" },
        ...{ before, after: { title: "New", at: "2026-01-01T00:00:00.000Z", size: 1 } },
      },
    ]);
  });

  const incidentId = INCIDENT;
  const inIncident = (noun: string, id: string) => ({ noun, id, incidentId });
  const forAll = (noun: string, id: string) => ({ noun, id, incidentId: null });
  it.each<{ change: Change; noun: string; of: string | null; told: object[] }>([
    {
      change: { action: "incident.updated", id: ID, before: null },
      noun: "incident",
      of: ID,
      told: [{ noun: "incident", id: ID, incidentId: ID }],
    },
    {
      change: { action: "milestone.set", id: ID },
      noun: "incident",
      of: ID,
      told: [{ noun: "timeline", id: ID, incidentId: ID }],
    },
    {
      change: { action: "suspect.ruled_out", id: ID, incidentId },
      noun: "timeline_event",
      of: incidentId,
      told: [inIncident("impact", incidentId)],
    },
    {
      change: { action: "factor.added", id: ID, incidentId, reviewId: OTHER },
      noun: "factor",
      of: incidentId,
      told: [inIncident("factor", OTHER)],
    },
    {
      change: { action: "gate.waived", id: ID, incidentId },
      noun: "review",
      of: incidentId,
      told: [inIncident("review", ID)],
    },
    {
      change: { action: "action_item.created", id: ID, incidentId: null },
      noun: "action_item",
      of: null,
      told: [forAll("action_item", ID)],
    },
    {
      change: { action: "incoming_event.attached", id: ID, integrationId: OTHER, incidentId },
      noun: "incoming_event",
      of: incidentId,
      told: [forAll("incoming_event", OTHER), inIncident("timeline", incidentId)],
    },
    {
      change: { action: "incoming_event.dismissed", id: ID, integrationId: OTHER, incidentId: null },
      noun: "incoming_event",
      of: null,
      told: [forAll("incoming_event", OTHER)],
    },
    {
      change: { action: "integration.events_joined", id: ID, incidentId },
      noun: "integration",
      of: incidentId,
      told: [forAll("integration", ID)],
    },
    { change: { action: "invitation.created", id: ID }, noun: "invitation", of: null, told: [forAll("member", ID)] },
    { change: { action: "member.signed_in", id: ID, shown: false }, noun: "member", of: null, told: [] },
    { change: { action: "token.created", id: ID }, noun: "token", of: null, told: [] },
  ])("$change.action is kept under its noun, as open as its incident, and reaches its screens", async (one) => {
    const left = await recorded(one.change);
    expect(left.entries).toMatchObject([{ noun: one.noun, nounId: ID, incidentId: one.of }]);
    expect(left.told).toEqual(one.told.map((payload) => ({ topic: "record.changed", ...payload })));
  });

  it("of several records has an entry for each, and reaches a screen once", async () => {
    const one = (id: string): Change => ({ action: "timeline_event.updated", id, before: null, incidentId: INCIDENT });
    const { entries, told } = await recorded(one(ID), one(OTHER));
    expect(entries.map(({ nounId }) => nounId)).toEqual([ID, OTHER]);
    expect(told).toEqual([{ topic: "record.changed", noun: "timeline", id: INCIDENT, incidentId: INCIDENT }]);
    expect(await recorded()).toEqual({ entries: [], told: [] });
  });

  it("is undone with a write that fails after it", async () => {
    const fail = () =>
      transact(ctx(), async (tx) => {
        await record(tx, { action: "team.updated", id: ID, before: null });
        throw new Error("no");
      });
    const left = await leaves(() => expect(fail()).rejects.toThrow("no"));
    expect(left).toEqual({ entries: [], told: [] });
  });
});

it("a transaction returns what it read after its change", async () => {
  const answer = transact(ctx(), (tx) => record(tx, { action: "team.created", id: ID, answer: async () => "read" }));
  expect(await answer).toBe("read");
  expect(await transact(ctx(), () => unrecorded("nothing changed", () => 7))).toBe(7);
});

it("fields of a record are those that were requested", () => {
  const row = { title: "Old", ownerId: null, archived: false };
  expect(fieldsOf(row, { ownerId: "x" })).toEqual({ ownerId: null });
  expect(fieldsOf(row, { title: undefined, archived: true })).toEqual({ archived: false });
});

describe("an unrecorded write doesn't compile:", () => {
  type Run<Answer> = Parameters<typeof transact<Answer>>[1];

  it("a transaction without a recorded change", () => {
    expectTypeOf<(tx: TxCtx) => Promise<Recorded<string>>>().toExtend<Run<string>>();
    expectTypeOf<(tx: TxCtx) => Promise<string>>().not.toExtend<Run<string>>();
    expectTypeOf<(tx: TxCtx) => Promise<void>>().not.toExtend<Run<void>>();
  });

  it("a write outside a transaction", () => {
    expectTypeOf<TxCtx["db"]["team"]>().toHaveProperty("update");
    expectTypeOf<Ctx["db"]["team"]>().not.toHaveProperty("update");
    expectTypeOf<Ctx["db"]>().not.toHaveProperty("$executeRaw");
  });

  it("an unknown noun, or a change without the ids of its noun", () => {
    expectTypeOf<"risk.added">().not.toExtend<Change["action"]>();
    expectTypeOf<Change<"factor">>().toHaveProperty("reviewId");
    type Bare = { action: "factor.added"; id: string; incidentId: string };
    expectTypeOf<Bare>().not.toExtend<Change<"factor">>();
    expectTypeOf<Bare & { reviewId: string }>().toExtend<Change<"factor">>();
  });

  it("a record without a field of the change", () => {
    type Before = Parameters<typeof fieldsOf<{ title?: string; archived?: boolean }>>[0];
    expectTypeOf<{ title: string }>().not.toExtend<Before>();
    expectTypeOf<{ title: string; archived: boolean }>().toExtend<Before>();
  });
});
