import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { readsDraft } from "#lib/base/access/can.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { actionItemVisibleSql, actionItemVisibleTo, createActionItem } from "#server/follow/action-item/index.ts";
import { createCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { actionComments, changeComments } from "#server/follow/comment/index.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createStrategicChange } from "#server/follow/strategic-change/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { createIncident, incidentVisibleSql, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { startThread } from "#server/reviews/comment/index.ts";
import {
  draftVisibleSql,
  generateReview,
  REVIEW_FACTS,
  reviewFacts,
  reviewVisibleSql,
  reviewVisibleTo,
} from "#server/reviews/review/index.ts";
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
  it("finds a record by its key, however it is typed, and all records with a number", async () => {
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
    expect(await find("outge of - databse")).toEqual(expect.arrayContaining(["INC-1", "REV-1"]));
    expect(await find("failovr")).toEqual(["ACT-1"]);
    expect(await find("zebra")).toEqual([]);
  });

  it("hides all parts of a restricted incident from others", async () => {
    expect(await find("token")).toEqual([]);
    expect(await find("INC-2")).toEqual([]);
    expect((await find("token", member)).sort()).toEqual(["ACT-2", "INC-2", "REV-2"]);
  });

  it("finds words inside events, factors and comments, with typing errors", async () => {
    const story =
      "2026-05-04 14:05 UTC The nightly backup wrote an empty object\n2026-05-04 14:09 UTC Replica lag grew";
    await createImport(ctx(member), { key: "INC-1", filename: "notes.md", content: story });
    await createImport(ctx(member), { key: "INC-2", filename: "notes.md", content: story });
    const factor = {
      detail: "",
      role: "contributor" as const,
      domains: [],
      status: "hypothesis" as const,
      evidence: [],
    };
    await createFactor(ctx(member), {
      ...factor,
      key: "REV-1",
      statement: "Nothing compares a snapshot with its size",
    });
    await createFactor(ctx(member), { ...factor, key: "REV-2", statement: "The snapshot key was printed" });
    const say = (key: string, body: string) =>
      startThread(ctx(member), { key, id: uuidv7(), blockId: null, quote: "x", body, mentionIds: [] });
    await say("REV-1", "Could the quorum have noticed?");
    await say("REV-2", "The quorum saw it");
    const hits = async (q: string, actor = other) =>
      (await search(ctx(actor), { q, limit: 20 })).items.map(({ noun, key, detail }) => `${noun} ${key} ${detail}`);
    for (const typed of ["backup", "bakcup", "backpu", "bacup", "backkup", "nightly backups", "empty obejct"])
      expect.soft(await hits(typed), typed).toEqual(["event INC-1 E1, Checkout database outage"]);
    for (const typed of ["snapshot", "snpashot", "snapshto", "snapshop", "compares snapshot"])
      expect.soft(await hits(typed), typed).toEqual([expect.stringMatching(/^factor REV-1 Factor 1, /)]);
    for (const typed of ["quorum", "qourum", "quorm"])
      expect.soft(await hits(typed), typed).toEqual([expect.stringMatching(/^comment REV-1 Mina, /)]);
    expect((await hits("bakcup", member)).map((hit) => hit.split(" ")[1]).sort()).toEqual(["INC-1", "INC-2"]);
  });

  it("finds comments on actions and changes, and conditions, and none of a restricted incident", async () => {
    const say = (key: string, body: string) => ({ key, id: uuidv7(), blockId: null, quote: "", body, mentionIds: [] });
    await actionComments.start(ctx(member), say("ACT-1", "The gamelan was rehearsed"));
    await actionComments.start(ctx(member), say("ACT-2", "The gamelan has the token"));
    await changeComments.start(ctx(member), say("SC-1", "A second gamelan costs more"));
    expect((await find("gamelan")).sort()).toEqual(["ACT-1", "SC-1"]);
    expect((await find("gamelan", member)).sort()).toEqual(["ACT-1", "ACT-2", "SC-1"]);
    const { items } = await search(ctx(other), { q: "second gamelan", limit: 1 });
    expect(items).toMatchObject([{ noun: "comment", detail: "Mina, More than one database" }]);
    expect(items[0]?.href).toMatch(/^\/strategy\/SC-1\?thread=/);
    const factors = await database.prisma.factor.findMany({ select: { id: true, version: true } });
    const names = ["Ospreys nest on the mast", "Ospreys printed the key"];
    for (const [at, factor] of factors.entries())
      await createCanonicalFactor(ctx(member), { name: names[at] ?? "", factors: [factor] });
    const conditions = async (actor: UserActor) =>
      (await search(ctx(actor), { q: "ospreys", limit: 9 })).items.map(({ noun, title }) => `${noun} ${title}`);
    expect(await conditions(member)).toHaveLength(2);
    expect(await conditions(other)).toHaveLength(1);
  });

  it("decides in SQL who sees what as everywhere else, for every role", async () => {
    const { prisma } = database;
    const people = [member, other, ...(await Promise.all(ROLES.map((role) => makeUser(prisma, role, `r ${role}`))))];
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
    for (const actor of people) {
      const select = { select: { id: true } };
      const incidents = await prisma.$queryRaw<
        { id: string }[]
      >`SELECT id FROM incident WHERE ${incidentVisibleSql(actor)}`;
      expect(ids(incidents)).toEqual(
        ids(await prisma.incident.findMany({ where: incidentVisibleTo(actor), ...select })),
      );
      const reviews = await prisma.$queryRaw<{ id: string }[]>`SELECT id FROM review WHERE ${reviewVisibleSql(actor)}`;
      expect(ids(reviews)).toEqual(ids(await prisma.review.findMany({ where: reviewVisibleTo(actor), ...select })));
      const drafts = await prisma.$queryRaw<
        { id: string }[]
      >`SELECT id FROM review WHERE ${reviewVisibleSql(actor)} AND ${draftVisibleSql(actor)}`;
      const all = await prisma.review.findMany({ select: { id: true, ...REVIEW_FACTS } });
      expect(ids(drafts)).toEqual(ids(all.filter((row) => readsDraft(actor, reviewFacts(row)))));
      const actions = ids(await prisma.actionItem.findMany({ where: actionItemVisibleTo(actor), ...select }));
      for (const isPage of [false, true]) {
        const rows = await prisma.$queryRaw<
          { id: string }[]
        >`SELECT id FROM action_item WHERE ${actionItemVisibleSql(actor, { isPage })}`;
        expect(ids(rows)).toEqual(actions);
      }
    }
  });

  it("treats special characters as text, never as commands", async () => {
    for (const q of ["'", "%", "a' OR 1=1 --", "\\", "!& |", "<->", '"', "()", "'; DROP TABLE incident;"])
      expect(await search(ctx(other), { q, limit: 5 })).toHaveProperty("items");
  });

  it("names the type and place of each result", async () => {
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
