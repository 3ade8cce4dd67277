import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import { ACTION_PRIORITIES, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addEvidenceTo,
  answerWaiverOf,
  changeEvidenceOf,
  createActionItem,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "./index.ts";

let database: TestDatabase;
let people: UserActor[];

beforeAll(async () => {
  database = await testDatabase();
  people = [await makeUser(database.prisma, "member", "owner"), await makeUser(database.prisma, "tpm", "tpm")];
});
afterAll(() => database.close());

const as = (actor: UserActor | undefined, days: number) => {
  if (!actor) throw new Error("no one acts");
  return makeContext(database.prisma, actor, () => new Date(Date.UTC(2026, 9, 1 + days, 12)));
};

const DAYS = ["2026-11-01", "2026-12-01", null];
const REASON = "The vendor is closed until then";
const actor = fc.nat(1);
const step = fc.oneof(
  fc.record({ actor, to: fc.constantFrom(...ACTION_STATUSES), evidence: fc.constantFrom("Seen", undefined) }),
  fc.record({ actor, dueDate: fc.constantFrom(...DAYS), undoesDueMove: fc.constantFrom(true, undefined) }),
  fc.record({ actor, removes: fc.boolean(), piece: fc.nat(3) }),
  fc.record({ actor, approves: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Takes a step on a day. What the rules reject changes nothing. */
async function take(item: ActionItem, one: Step, day: number): Promise<unknown> {
  const [ctx, at] = [as(people[one.actor], day), { key: item.key, version: item.version }];
  if ("to" in one) {
    const { to, evidence } = one;
    const waiver = { mitigation: "On-call looks each Monday", until: "2027-06-01" };
    const given = { ...waiver, ...(evidence ? { evidence, method: "Drill" } : {}) };
    return transitionActionItem(ctx, { ...at, to, reason: REASON, ...given });
  }
  if ("approves" in one)
    return answerWaiverOf(ctx, { ...at, answer: one.approves ? "approved" : "refused", reason: REASON });
  if ("removes" in one) {
    const evidenceId = item.evidenceList[one.piece]?.id;
    if (one.removes && evidenceId) return changeEvidenceOf(ctx, { ...at, evidenceId, removed: true });
    return addEvidenceTo(ctx, { ...at, kind: "text", text: "Seen again", method: "Test" });
  }
  const undoes = one.undoesDueMove ? { undoesDueMove: true as const } : {};
  return updateActionItem(ctx, { ...at, dueDate: one.dueDate, dueReason: REASON, ...undoes });
}

/** Returns what the history says of an action's state. */
function addedUp({ history }: ActionItem) {
  const last = (kinds: string[]) => history.filter(({ kind }) => kinds.includes(kind)).at(-1)?.to;
  const added = history.filter(({ kind, to, evidence }) =>
    kind === "status" ? evidence !== null && (to === "implemented" || to === "verified") : to === "added",
  );
  return {
    status: last(["status"]) ?? "proposed",
    moves: history.filter(({ kind }) => kind === "due").length,
    counted: last(["due", "due_counted"]),
    evidence: added.length - history.filter(({ to }) => to === "removed").length,
  };
}

it("adds up to the state of an action, whatever people do to it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ACTION_PRIORITIES),
      fc.array(step, { minLength: 15, maxLength: 15 }),
      async (priority, steps) => {
        const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [], teamId: null };
        const fields = { title: "Alert on an empty backup", type: "detect" as const, priority };
        const owner = people[0];
        const { key } = await createActionItem(as(owner, 0), { ...blank, ...fields, ownerId: owner?.id ?? null });
        const get = (day: number) => getActionItem(as(people[1], day), { key });
        for (const [day, one] of steps.entries()) {
          const item = await get(day);
          await take(item, one, day).catch((error: unknown) => {
            if (!(error instanceof AppError)) throw error;
          });
        }
        const item = await get(steps.length);
        const { status, moves, evidence, counted } = addedUp(item);
        expect({ status, moves, evidence }).toEqual({
          ...{ status: item.status, moves: item.dueMoves },
          evidence: item.evidenceList.length,
        });
        // Before it is accepted, a date is set freely.
        if (moves > 0) expect(item.originalDueDate).not.toBeNull();
        if (item.dueBasis === "acceptance" && counted) expect(item.dueDate).toBe(counted);
      },
    ),
    { numRuns: 2, seed: 20_261_001 },
  );
});

it("names what was promised before: owner, team, priority, title and “done when”", async () => {
  const { prisma } = database;
  const { id: teamId } = await prisma.team.create({ data: { id: uuidv7(), name: "Payments" } });
  const [owner, tpm] = people;
  const blank = { description: "", doneWhen: "All restore", trackerUrl: null, factorIds: [], changeKeys: [] };
  const fields = {
    title: "Restore backups",
    type: "prevent",
    priority: "P1",
    ownerId: owner?.id ?? null,
    teamId: null,
  } as const;
  const { key, version } = await createActionItem(as(tpm, 0), { ...blank, ...fields });
  const asked = {
    title: "Restore them daily",
    priority: "P2",
    ownerId: tpm?.id,
    teamId,
    doneWhen: "Most restore",
  } as const;
  const changed = await updateActionItem(as(tpm, 1), { key, version, ...asked });
  await updateActionItem(as(tpm, 2), { key, version: changed.version, priority: "P2", description: "More" });
  const { history } = await getActionItem(as(owner, 3), { key });
  expect(history.map(({ kind, by, from, to }) => [kind, by, from, to])).toEqual([
    ["owner", "tpm", "owner", "tpm"],
    ["team", "tpm", null, "Payments"],
    ["priority", "tpm", "P1", "P2"],
    ["title", "tpm", "Restore backups", "Restore them daily"],
    ["done_when", "tpm", "All restore", "Most restore"],
  ]);
});

it("names each change of a block: its reason, its day, and who blocks", async () => {
  const [owner, tpm] = people;
  const { id: teamId } = await database.prisma.team.create({ data: { id: uuidv7(), name: "Storage" } });
  const { key } = await createActionItem(as(tpm, 0), {
    ...{ title: "Move the host", type: "repair", priority: "P2", description: "", doneWhen: "", trackerUrl: null },
    ...{ ownerId: owner?.id ?? null, teamId: null, factorIds: [], changeKeys: [] },
  });
  const read = () => getActionItem(as(tpm, 9), { key });
  await transitionActionItem(as(owner, 0), { key, version: (await read()).version, to: "accepted" });
  const block = async (day: number, fields: object) =>
    updateActionItem(as(owner, day), { key, version: (await read()).version, ...fields });
  const person = { kind: "person", id: tpm?.id };
  await block(1, { blockedReason: "No rack", blockedUntil: "2026-11-11", blockedBy: person });
  await block(2, { blockedReason: "No rack", blockedUntil: "2026-12-01" });
  await block(3, { blockedReason: "No rack", blockedBy: { kind: "team", id: teamId } });
  await block(4, { blockedReason: "No power", blockedUntil: null });
  await block(5, { blockedReason: "No power", blockedBy: null });
  await block(6, { blockedReason: "No power" });
  await block(7, { blockedReason: null });
  await block(8, { blockedReason: "No rack again" });
  const { history } = await read();
  const blocks = history.filter(({ kind }) => kind.startsWith("blocked"));
  expect(blocks.map(({ kind, from, to, reason }) => [kind, from, to, reason])).toEqual([
    ["blocked", null, "blocked", "No rack"],
    ["blocked_until", null, "2026-11-11", null],
    ["blocked_by", null, "tpm", null],
    ["blocked_until", "2026-11-11", "2026-12-01", null],
    ["blocked_by", "tpm", "Storage", null],
    ["blocked", null, "blocked", "No power"],
    ["blocked_until", "2026-12-01", null, null],
    ["blocked_by", "Storage", null, null],
    ["blocked", null, "unblocked", null],
    ["blocked", null, "blocked", "No rack again"],
  ]);
  expect(new Set(blocks.map(({ by }) => by))).toEqual(new Set(["owner"]));
});
