import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { publishReview } from "#server/reviews/review/index.ts";
import { reviewedReview } from "#server/reviews/review/testing/reviewed-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { createActionItem, getActionItem, transitionActionItem, updateActionItem } from "./index.ts";

const fixture = serverFixture();
let owner: UserActor;
let tpm: UserActor;

const DAY = 24 * 60 * 60 * 1000;
/** A context some days from now. */
const on = (days: number) => makeContext(fixture.database.prisma, owner, () => new Date(Date.now() + days * DAY));
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
type Wanted = Partial<Parameters<typeof createActionItem>[1]>;
const propose = (more: Wanted = {}) => {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [], teamId: null };
  const fields = { title: "Alert on an empty backup", type: "detect" as const, priority: "P0" as const };
  return createActionItem(on(-10), { ...blank, ...fields, ownerId: owner.id, ...more });
};
const get = (key: string) => getActionItem(on(0), { key });
const at = async (key: string) => ({ key, version: (await get(key)).version });
const accept = async (key: string, days: number) =>
  transitionActionItem(on(days), { ...(await at(key)), to: "accepted" });
const move = async (key: string, change: object) => updateActionItem(on(0), { ...(await at(key)), ...change });

beforeAll(async () => {
  owner = await makeUser(fixture.database.prisma, "member", "Maya");
  tpm = await makeUser(fixture.database.prisma, "tpm", "Tove");
});

describe("the due date of an action without a review", () => {
  it("counts from its acceptance, which isn't a move", async () => {
    const { key, dueBasis, dueDate } = await propose();
    expect([dueBasis, dueDate]).toEqual(["until_acceptance", dayIn(-3)]);
    const item = await accept(key, -2);
    expect(item).toMatchObject({ dueBasis: "acceptance", dueDate: dayIn(5), originalDueDate: dayIn(5), dueMoves: 0 });
    expect(item.history).toMatchObject([
      { kind: "status" },
      { kind: "due_counted", from: dayIn(-3), to: dayIn(5), by: "Maya", reason: "Counted from acceptance" },
    ]);
  });

  it("counts once", async () => {
    const { key } = await propose();
    await accept(key, -2);
    await transitionActionItem(on(-1), { ...(await at(key)), to: "proposed" });
    expect(await accept(key, 0)).toMatchObject({ dueBasis: "acceptance", dueDate: dayIn(5) });
  });

  it("is the original date of a later move", async () => {
    const { key } = await propose();
    await accept(key, -2);
    const item = await move(key, { dueDate: dayIn(20), dueReason: "The vendor is closed" });
    expect(item).toMatchObject({ dueBasis: "person", originalDueDate: dayIn(5), dueMoves: 1 });
  });

  it("stays as a person set it, also to none", async () => {
    const { key } = await propose({ dueDate: dayIn(30) });
    expect(await accept(key, -2)).toMatchObject({ dueBasis: "person", dueDate: dayIn(30) });
    const undated = await propose({ dueDate: null });
    expect(await accept(undated.key, -2)).toMatchObject({ dueBasis: "person", dueDate: null });
    const changed = await propose();
    await move(changed.key, { dueDate: dayIn(40) });
    expect(await accept(changed.key, -2)).toMatchObject({ dueBasis: "person", dueDate: dayIn(40) });
  });
});

describe("undoing a date that isn't a move", () => {
  const undo = { undoesDueMove: true } as const;

  it("of a proposal leaves it to be counted from acceptance", async () => {
    const { key, dueDate } = await propose();
    await move(key, { dueDate: dayIn(40) });
    expect(await move(key, { dueDate, ...undo })).toMatchObject({ dueBasis: "until_acceptance", dueDate });
    expect(await accept(key, 0)).toMatchObject({ dueBasis: "acceptance", dueDate: dayIn(7) });
  });

  it("removes the first date of an accepted action, once and only for the person who set it", async () => {
    const { key } = await propose({ dueDate: null });
    await accept(key, -2);
    await move(key, { dueDate: dayIn(9) });
    const refused = { code: "rule", details: { rule: "not_undone" } };
    const asOther = makeContext(fixture.database.prisma, tpm);
    const byOther = updateActionItem(asOther, { ...(await at(key)), dueDate: null, ...undo });
    await expect(byOther).rejects.toMatchObject(refused);
    expect(await move(key, { dueDate: null, ...undo })).toMatchObject({ dueDate: null, dueMoves: 0 });
    await move(key, { dueDate: dayIn(9) });
    await move(key, { dueDate: dayIn(12), dueReason: "The vendor is closed" });
    await expect(move(key, { dueDate: null, ...undo })).rejects.toMatchObject(refused);
  });

  it("never restores a date that was moved away from with a reason", async () => {
    const { key } = await propose({ dueDate: dayIn(3) });
    await accept(key, -2);
    await move(key, { dueDate: null, dueReason: "The vendor is closed" });
    await move(key, { dueDate: dayIn(3), ...undo });
    await expect(move(key, { dueDate: null, ...undo })).rejects.toMatchObject({ code: "rule" });
  });

  it("isn't needed for the date that it has: what it counts from stays", async () => {
    const { key, dueDate } = await propose();
    expect(await move(key, { dueDate, title: "Alert at once" })).toMatchObject({ dueBasis: "until_acceptance" });
  });
});

describe("the due date of an action of a review", () => {
  it("stays if its owner sets it while the review is published", async () => {
    const review = await reviewedReview(fixture, { author: owner, tpm });
    const { key } = await propose({ reviewKey: review.key });
    const version = await review.keep();
    const racing = fixture.database.prisma.$extends({
      query: {
        actionItem: {
          async findMany({ args, query }) {
            const found = await query(args);
            if (args.where && "dueBasis" in args.where) await move(key, { dueDate: dayIn(30) });
            return found;
          },
        },
      },
    });
    const ctx = makeContext(racing as unknown as typeof fixture.database.prisma, owner);
    await publishReview(ctx, { key: review.key, version });
    expect(await get(key)).toMatchObject({ dueBasis: "person", dueDate: dayIn(30), version: 2 });
    const { id: nounId } = await get(key);
    const counted = { nounId, action: "action_item.due_counted" };
    expect(await fixture.database.prisma.auditEntry.count({ where: counted })).toBe(0);
  });

  it("counts from the first publication, only if no person set it", async () => {
    const review = await reviewedReview(fixture, { author: owner, tpm });
    const ofReview = { reviewKey: review.key };
    const [proposed, accepted, dated, moved, undone, closed] = await Promise.all(
      [{}, {}, { dueDate: dayIn(30) }, {}, {}, {}].map(async (more) => (await propose({ ...ofReview, ...more })).key),
    );
    if (!proposed || !accepted || !dated || !moved || !undone || !closed) throw new Error("six actions");
    for (const key of [accepted, moved, undone]) await accept(key, -5);
    expect(await get(accepted)).toMatchObject({ dueBasis: "until_publication", dueDate: dayIn(2) });
    await move(moved, { dueDate: dayIn(9), dueReason: "The vendor is closed" });
    await move(undone, { dueDate: dayIn(9), dueReason: "The vendor is closed" });
    await move(undone, { dueDate: dayIn(2), undoesDueMove: true });
    await transitionActionItem(on(0), { ...(await at(closed)), to: "declined", reason: "Done elsewhere" });
    await review.publish();
    const shown = async (key: string) => {
      const { dueBasis, dueDate, dueMoves } = await get(key);
      return [dueBasis, dueDate, dueMoves];
    };
    expect(await shown(proposed)).toEqual(["publication", dayIn(7), 0]);
    expect(await shown(accepted)).toEqual(["publication", dayIn(7), 0]);
    expect(await shown(dated)).toEqual(["person", dayIn(30), 0]);
    expect(await shown(moved)).toEqual(["person", dayIn(9), 1]);
    expect(await shown(undone)).toEqual(["publication", dayIn(7), 0]);
    expect((await shown(closed))[1]).toBe(dayIn(-3));
    expect((await get(accepted)).history.at(-1)).toMatchObject({ kind: "due_counted", from: dayIn(2), to: dayIn(7) });
    const audited = await fixture.database.prisma.auditEntry.findMany({ where: { action: "action_item.due_counted" } });
    expect(audited).toHaveLength(3);
    expect(audited.map(({ before, after }) => [before, after])).toContainEqual([
      { dueDate: dayIn(2) },
      { dueDate: dayIn(7) },
    ]);
    const first = await get(accepted);
    await accept(proposed, 3);
    expect(await shown(proposed)).toEqual(["publication", dayIn(7), 0]);
    const later = await propose(ofReview);
    await review.write("More is known.");
    await review.publish();
    expect(await get(accepted)).toEqual(first);
    expect(await get(later.key)).toEqual({ ...later, dueBasis: "until_acceptance", teamDay: dayIn(0) });
  });

  it("notifies its owner once it is counted, but not the person who published", async () => {
    const review = await reviewedReview(fixture, { author: owner, tpm });
    await propose({ reviewKey: review.key });
    const { key, title, dueDate } = await propose({ reviewKey: review.key, ownerId: tpm.id });
    await fixture.database.prisma.notification.deleteMany();
    await review.publish();
    const told = await fixture.database.prisma.notification.findMany({ where: { kind: "action_item.news" } });
    const body = `It was due ${longDay(dueDate ?? "")}. Counted from the publication of its review.`;
    const subject = `${key} ${title}: Due ${longDay(dayIn(7))}`;
    expect(told).toMatchObject([{ userId: tpm.id, href: `/actions/${key}`, subject, body }]);
  });
});
