import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import { ACTION_PRIORITIES, ACTION_STATUSES, DECLINE_KINDS, POINT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { changeSeveral, transitionActionItem, updateActionItem } from "./index.ts";

const NOW = new Date("2026-10-31T12:00:00Z");
const DAYS = ["2026-10-01", "2026-11-10", "2026-12-24"] as const;
let database: TestDatabase;
let people: Record<"owner" | "tpm" | "manager" | "viewer" | "other", UserActor>;
let teamIds: Record<"ours" | "theirs", string>;
let incidentIds: Record<"open" | "secret", string>;
let reviewId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  people = {
    owner: await makeUser(prisma, "member", "owner"),
    tpm: await makeUser(prisma, "tpm", "tpm"),
    manager: await makeUser(prisma, "member", "manager"),
    viewer: await makeUser(prisma, "viewer", "viewer"),
    other: await makeUser(prisma, "member", "other"),
  };
  await prisma.user.update({ where: { id: people.owner.id }, data: { timeZone: "Pacific/Auckland" } });
  const ours = await prisma.team.create({ data: { id: uuidv7(), name: "Ours", managerId: people.manager.id } });
  const theirs = await prisma.team.create({ data: { id: uuidv7(), name: "Theirs" } });
  teamIds = { ours: ours.id, theirs: theirs.id };
  await prisma.teamMember.create({ data: { teamId: ours.id, userId: people.owner.id } });
  const incident = { severity: 2, highestSeverity: 2, startedAt: NOW };
  const open = await prisma.incident.create({ data: { ...incident, id: uuidv7(), title: "Open" } });
  const secret = await prisma.incident.create({
    data: { ...incident, id: uuidv7(), title: "Secret", restricted: true, createdById: people.tpm.id },
  });
  incidentIds = { open: open.id, secret: secret.id };
  const review = { id: uuidv7(), documentId: uuidv7(), template: "standard", title: "Review" } as const;
  // The one that a link names.
  await prisma.actionItem.create({
    data: { id: uuidv7(), number: 1, title: "Alert", type: "prevent", priority: "P2" },
  });
  await prisma.$executeRaw`SELECT setval(pg_get_serial_sequence('action_item', 'number'), 1)`;
  reviewId = (await prisma.review.create({ data: { ...review, incidentId: open.id } })).id;
});
afterAll(() => database.close());

const one = fc.constantFrom;
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const PERSON = one(...(["owner", "other", "manager", null] as const));

const POINTS = "- It pages\n- The page names the runbook";
const MET = [1, 2].map((point) => ({ point, answer: "met" as const }));

/** An action in any state that the database allows. */
const ITEM = fc.record({
  status: one(...ACTION_STATUSES),
  priority: one(...ACTION_PRIORITIES),
  owner: PERSON,
  team: one("ours", "theirs", null),
  incident: one("open", "secret", null),
  isOfReview: fc.boolean(),
  dueDate: one(...DAYS, null),
  dueBasis: one("person", "provisional"),
  dueMoves: fc.integer({ min: 0, max: 3 }),
  isArchived: fc.boolean(),
  isBlocked: fc.boolean(),
  isWatched: fc.boolean(),
  hasEvidence: fc.boolean(),
  wasAccepted: fc.boolean(),
  implementer: one("owner", "other"),
  doneWhen: one("", POINTS),
  declinedFrom: one("proposed", "accepted", "in_progress", null),
});
type Item = typeof ITEM extends fc.Arbitrary<infer Value> ? Value : never;

const UPDATE = fc.record(
  {
    owner: PERSON,
    team: one("ours", "theirs", null),
    priority: one(...ACTION_PRIORITIES),
    type: one("detect", "repair"),
    archived: fc.boolean(),
    dueDate: one(...DAYS, null),
    dueReason: one("The vendor is closed"),
    undoesDueMove: one(true as const),
  },
  { requiredKeys: [] },
);
const STEP = fc.record({
  to: one(...ACTION_STATUSES.filter((status) => status !== "waived")),
  reason: maybe(one("Not worth it")),
  declineKind: maybe(one(...DECLINE_KINDS)),
  link: maybe(one("ACT-1", "SC-9")),
  undoesDecline: maybe(one(true as const)),
  answers: maybe(fc.array(fc.record({ point: fc.integer({ min: 1, max: 3 }), answer: one(...POINT_ANSWERS) }))),
});
const ASKED = fc.record({
  item: ITEM,
  isStale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  change: fc.oneof(
    UPDATE.map((update) => ({ update })),
    STEP.map((step) => ({ step })),
  ),
});

/** On a busy machine too. */
const LONG = { timeout: 20_000 };

const PLAIN: Item = {
  ...{ status: "accepted", priority: "P2", owner: "owner", team: "ours", incident: null, isOfReview: false },
  ...{ dueDate: null, dueBasis: "person", dueMoves: 0, isArchived: false, isBlocked: false, isWatched: false },
  ...{ hasEvidence: false, wasAccepted: false, implementer: "owner", doneWhen: "" },
  declinedFrom: null,
};

/** Creates an action with its related records. Returns its key, and the ids that only this one has. */
async function make(item: Item): Promise<{ key: string; ids: string[] }> {
  const { prisma } = database;
  const personId = (name: keyof typeof people | null) => (name === null ? null : people[name].id);
  const [id, blockerId, waiverId] = [uuidv7(), uuidv7(), uuidv7()];
  const { status } = item;
  const isDone = status === "implemented" || status === "verified";
  const isBlocked = item.isBlocked && (status === "accepted" || status === "in_progress");
  const fields = { title: "Alert", type: "prevent", priority: item.priority } as const;
  const { number } = await prisma.actionItem.create({
    data: {
      ...{ ...fields, id, status, dueMoves: item.dueMoves, dueBasis: item.dueBasis, doneWhen: item.doneWhen },
      ownerId: personId(status === "proposed" || status === "declined" ? item.owner : (item.owner ?? "owner")),
      teamId: item.team && teamIds[item.team],
      incidentId: item.isOfReview ? incidentIds.open : item.incident && incidentIds[item.incident],
      reviewId: item.isOfReview ? reviewId : null,
      dueDate: item.dueDate && new Date(item.dueDate),
      archivedAt: item.isArchived ? NOW : null,
      blockedReason: isBlocked ? "A part is missing" : null,
      ...(isDone ? { implementedById: personId(item.implementer), implementedAt: NOW } : {}),
      ...(status === "verified" ? { verifiedById: people.tpm.id, verifiedAt: NOW } : {}),
      ...(status === "declined" ? { declineKind: "wont_do", declineReason: "x" } : {}),
      ...(status === "waived" ? { waivedUntil: new Date("2026-12-31"), waivedReason: "x" } : {}),
    },
  });
  const step = { actionItemId: id, fromStatus: "in_progress", toStatus: "implemented", at: NOW } as const;
  if (isDone || item.wasAccepted) await prisma.actionItemTransition.create({ data: { ...step, id: uuidv7() } });
  if (isDone || item.hasEvidence)
    await prisma.actionEvidence.create({
      data: { id: uuidv7(), actionItemId: id, kind: "text", text: "Seen", addedAt: NOW },
    });
  if (item.isWatched)
    await prisma.actionWatcher.create({ data: { actionItemId: id, userId: people.other.id, since: NOW } });
  const moved = { fromDate: new Date(DAYS[2]), toDate: item.dueDate && new Date(item.dueDate), reason: "x" };
  if (item.dueMoves > 0)
    await prisma.actionItemDueMove.create({
      data: { ...moved, id: uuidv7(), actionItemId: id, movedById: people.owner.id, movedAt: NOW },
    });
  const waiver = {
    reason: "x",
    mitigation: "x",
    until: new Date("2026-12-31"),
    askedById: people.owner.id,
    askedAt: NOW,
  };
  if (status === "waived" || (status === "accepted" && item.hasEvidence))
    await prisma.waiver.create({
      data: {
        ...{ ...waiver, id: waiverId, actionItemId: id },
        ...(status === "waived" ? { status: "approved", leftStatus: "in_progress" } : { status: "requested" }),
      },
    });
  const left = status === "declined" ? item.declinedFrom : null;
  if (left) {
    const by = { blockedByPersonId: people.other.id, blockedByTeamId: null, blockedByActionId: blockerId };
    const declined = { status: left, waiverId, blockedReason: "A part is missing", blockedUntil: null, ...by };
    const declining = { actionItemId: id, fromStatus: left, toStatus: "declined", at: NOW, declined } as const;
    await prisma.actionItemTransition.create({ data: { ...declining, id: uuidv7() } });
    await prisma.waiver.create({ data: { ...waiver, id: waiverId, actionItemId: id, status: "ended", endedAt: NOW } });
  }
  if (left) await prisma.actionItem.create({ data: { ...fields, id: blockerId } });
  if (isBlocked) {
    await prisma.actionItem.create({ data: { ...fields, id: blockerId } });
    const relation = { fromId: blockerId, toId: id, kind: "blocks", isFlag: true, addedAt: NOW } as const;
    await prisma.actionRelation.create({ data: relation });
  }
  return { key: actionKeyOf(number), ids: [id, blockerId, waiverId] };
}

/** Returns everything that is stored about some actions, with the names of their places in the list instead of ids. */
async function storedAbout(made: readonly { key: string; ids: string[] }[]): Promise<unknown> {
  const { prisma } = database;
  const ids = made.flatMap((one) => one.ids);
  const of = { where: { actionItemId: { in: ids } }, omit: { id: true } } as const;
  const messages = { where: { href: { in: made.map(({ key }) => `/actions/${key}`) } } };
  const notifications = await prisma.notification.findMany({ ...messages, omit: { id: true } });
  const told = await prisma.$queryRaw<{ payload: object }[]>`
    SELECT payload FROM outbox_event WHERE topic = 'record.changed' AND payload->>'id' = ANY(${ids})`;
  const tables: Record<string, readonly object[]> = {
    rows: await prisma.actionItem.findMany({
      where: { id: { in: made.map(({ ids: [id] }) => id ?? "") } },
      omit: { updatedAt: true, createdAt: true },
    }),
    moves: await prisma.actionItemDueMove.findMany(of),
    steps: await prisma.actionItemTransition.findMany(of),
    answers: await prisma.actionAnswer.findMany({
      where: { transition: of.where },
      select: {
        ...{ position: true, point: true, answer: true },
        transition: { select: { actionItemId: true, fromStatus: true, toStatus: true } },
      },
    }),
    evidence: await prisma.actionEvidence.findMany(of),
    waivers: await prisma.waiver.findMany(of),
    relations: await prisma.actionRelation.findMany({ where: { toId: { in: ids } } }),
    blocks: await prisma.actionItemBlock.findMany(of),
    audit: await prisma.auditEntry.findMany({ where: { nounId: { in: ids } }, omit: { id: true } }),
    notifications,
    told: told.map(({ payload }) => payload),
  };
  let text = JSON.stringify(
    Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]),
  );
  for (const [at, { key, ids: own }] of made.entries()) {
    text = text
      .replaceAll(`\\"number\\":${key.slice(4)},`, `\\"number\\":${at},`)
      .replaceAll(new RegExp(`${key}\\b`, "g"), `KEY${at}`);
    for (const [part, id] of own.entries()) text = text.replaceAll(id, `id ${at} ${part}`);
  }
  return (JSON.parse(text) as [string, string[]][]).map(([name, rows]) => [name, rows.sort()]);
}

const refusal = (error: unknown) => {
  if (!(error instanceof AppError)) throw error;
  return error.code === "conflict"
    ? "conflict"
    : `${error.code} ${error.details.fields?.[0]?.message ?? error.message}`;
};

describe("several changes in one request", () => {
  it("leave the same as the changes one by one: rows, history, audit, notifications, and reasons for rejections", async () => {
    const who = one(...(["owner", "tpm", "manager", "viewer", "other"] as const));
    await fc.assert(
      fc.asyncProperty(who, fc.array(ASKED, { minLength: 1, maxLength: 14 }), async (actor, asked) => {
        const ctx = makeContext(database.prisma, people[actor], () => NOW);
        const [single, together] = [[], []] as [{ key: string; ids: string[] }[], { key: string; ids: string[] }[]];
        for (const { item } of asked) single.push(await make(item));
        for (const { item } of asked) together.push(await make(item));
        const inputsOf = (made: typeof single) =>
          asked.map(({ change, isStale }, at) => {
            const base = { key: made[at]?.key ?? "", version: isStale ? 7 : 1 };
            if ("step" in change) return { step: { ...base, ...change.step } };
            const { owner, team, ...rest } = change.update;
            return {
              update: {
                ...{ ...base, ...rest },
                ...(owner === undefined ? {} : { ownerId: owner && people[owner].id }),
                ...(team === undefined ? {} : { teamId: team && teamIds[team] }),
              },
            };
          });
        const expected = [];
        for (const input of inputsOf(single)) {
          const run = input.step ? transitionActionItem(ctx, input.step) : updateActionItem(ctx, input.update);
          expected.push(await run.then(() => "done", refusal));
        }
        const inputs = inputsOf(together);
        const answer = await changeSeveral(ctx, {
          updates: inputs.flatMap(({ update }) => update ?? []),
          transitions: inputs.flatMap(({ step }) => step ?? []),
        }).catch((error: unknown) => refusal(error));
        const outcome = together.map(({ key }) => {
          if (typeof answer === "string") return answer;
          const refused = answer.refused.find((row) => row.key === key);
          if (refused) return refused.code === "conflict" ? "conflict" : `${refused.code} ${refused.message}`;
          return answer.done.some((row) => row.key === key) ? "done" : "missing";
        });
        expect(outcome).toEqual(expected);
        expect(await storedAbout(together)).toEqual(await storedAbout(single));
      }),
      { numRuns: 10 },
    );
  });

  it("verify what is met, and name the point that was left out", async () => {
    const { key, ids } = await make({ ...PLAIN, status: "implemented", doneWhen: POINTS });
    const [open, plain] = [
      await make({ ...PLAIN, status: "implemented", doneWhen: POINTS }),
      await make({ ...PLAIN, status: "implemented" }),
    ];
    const verify = { version: 1, to: "verified" } as const;
    const { done, refused } = await changeSeveral(makeContext(database.prisma, people.tpm), {
      updates: [],
      transitions: [
        { ...verify, key, answers: MET },
        { ...verify, key: open.key, answers: MET.slice(1) },
        { ...verify, key: plain.key },
      ],
    });
    expect(done.map((row) => row.key)).toEqual([key, plain.key]);
    expect(refused).toMatchObject([
      { key: open.key, rule: "point_unanswered", message: expect.stringMatching(/point 1 first: “It pages”/) },
    ]);
    const answers = await database.prisma.actionAnswer.findMany({
      where: { transition: { actionItemId: ids[0] ?? "", toStatus: "verified" } },
      orderBy: { position: "asc" },
    });
    expect(answers.map(({ point, answer }) => [point, answer])).toEqual([
      ["It pages", "met"],
      ["The page names the runbook", "met"],
    ]);
  });

  it("undo declines together, each to where it was, and name the one that someone proposed again", async () => {
    const items = (["proposed", "accepted", "in_progress", "accepted"] as const).map((status) => ({
      ...PLAIN,
      status,
    }));
    const made = await Promise.all(items.map((item) => make({ ...item, isBlocked: item.status === "in_progress" })));
    const ctx = makeContext(database.prisma, people.tpm);
    const change = (transitions: Parameters<typeof changeSeveral>[1]["transitions"]) =>
      changeSeveral(ctx, { updates: [], transitions });
    const { done } = await change(made.map(({ key }) => ({ key, version: 1, to: "declined", reason: "Replaced" })));
    expect(done.map(({ status, blockedReason }) => [status, blockedReason])).toEqual(Array(4).fill(["declined", null]));
    const again = { key: made[3]?.key ?? "", version: 2, to: "proposed", reason: "It is needed" } as const;
    await change([again]);
    const undone = await change(
      made.map(({ key }, at) => {
        const [to, version] = [items[at]?.status ?? "proposed", at === 3 ? 3 : 2];
        return { key, version, to, undoesDecline: true, reason: "Undone" };
      }),
    );
    expect(undone.done.map(({ status, blockedReason }) => [status, blockedReason])).toEqual([
      ["proposed", null],
      ["accepted", null],
      ["in_progress", "A part is missing"],
    ]);
    expect(undone.refused).toMatchObject([{ key: again.key, rule: "not_undone" }]);
  });

  it("lock no action that the actor can't read, and none for someone who can't write", async () => {
    const secret = await make({ ...PLAIN, incident: "secret" });
    const open = await make(PLAIN);
    const ask = (who: UserActor, key: string) =>
      changeSeveral(makeContext(database.prisma, who), {
        ...{ updates: [], transitions: [{ key, version: 1, to: "in_progress" }] },
      });
    await database.prisma.$transaction(async (tx) => {
      const held = [secret, open].map(({ ids }) => ids[0] ?? "");
      await tx.$queryRaw`SELECT FROM action_item WHERE id = ANY(${held}::uuid[]) FOR UPDATE`;
      await expect(ask(people.other, secret.key)).rejects.toMatchObject({ code: "not_found" });
      await expect(ask(people.viewer, open.key)).rejects.toMatchObject({ code: "forbidden" });
    }, LONG);
  });

  it("name each action once", async () => {
    const step = { key: "ACT-1", version: 1, to: "accepted" } as const;
    const twice = changeSeveral(makeContext(database.prisma, people.tpm), { updates: [], transitions: [step, step] });
    await expect(twice).rejects.toMatchObject({ code: "invalid" });
  });

  it("take as many statements for 40 actions as for 8", async () => {
    // Each fourth: to change, to accept, to implement although it is blocked, and to send back or verify.
    const items: Item[] = [
      PLAIN,
      { ...PLAIN, status: "proposed" },
      { ...PLAIN, hasEvidence: true, isBlocked: true, isOfReview: true, team: null },
      { ...PLAIN, status: "implemented", doneWhen: POINTS, isWatched: true },
    ];
    const keys: string[] = [];
    for (let n = 0; n < 48; n++) keys.push((await make(items[n % 4] ?? PLAIN)).key);
    const statementsFor = async (some: readonly string[]) => {
      let count = 0;
      const counting = database.prisma.$extends({
        query: {
          $allOperations({ args, query }) {
            count += 1;
            return query(args);
          },
        },
      });
      const ctx = makeContext(counting as unknown as typeof database.prisma, people.tpm, () => NOW);
      const steps = some.flatMap((key, at) => {
        const to = ([null, "accepted", "implemented", at % 8 === 3 ? "verified" : "in_progress"] as const)[at % 4];
        return to ? [{ key, version: 1, to, reason: "Not yet", ...(to === "verified" ? { answers: MET } : {}) }] : [];
      });
      const { done } = await changeSeveral(ctx, {
        updates: some.flatMap((key, at) =>
          at % 4 === 0 ? [{ key, version: 1, ownerId: people.other.id, dueDate: DAYS[1] }] : [],
        ),
        transitions: steps,
      });
      expect(done).toHaveLength(some.length);
      return count;
    };
    const few = await statementsFor(keys.slice(0, 8));
    expect(await statementsFor(keys.slice(8))).toBe(few);
    expect(few).toBeGreaterThan(5);
  });
});
