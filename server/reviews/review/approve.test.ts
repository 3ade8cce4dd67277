import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Review } from "#lib/contract/review.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { textNow } from "./approvals.ts";
import {
  approveReview,
  askApprovers,
  publishReview,
  reviewContent,
  reviewGates,
  updateReview,
  waiveGate,
  withdrawApproval,
} from "./index.ts";
import { reviewedReview } from "./testing/reviewed-review.ts";

const fixture = serverFixture();
let maya: UserActor;
let tove: UserActor;
let sam: UserActor;
let ines: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  const { prisma } = fixture.database;
  maya = await makeUser(prisma, "member", "Maya");
  tove = await makeUser(prisma, "tpm", "Tove");
  sam = await makeUser(prisma, "member", "Sam");
  ines = await makeUser(prisma, "member", "Ines");
});

/** A reviewed review that Sam and Ines approve. */
async function toApprove() {
  const desk = await reviewedReview(fixture, { author: maya, tpm: tove });
  await desk.write("The pool was full.");
  const { key } = desk;
  const { version } = await desk.get();
  await updateReview(as(tove), { key, version, approverIds: [sam.id, ines.id], ownerId: maya.id });
  const states = async () => (await desk.get()).approvals.map(({ person, state }) => `${person.name} ${state}`);
  const wordsNow = async () => (await textNow(as(tove), (await desk.get()).documentId)).words;
  const approve = async (actor: UserActor, words?: string) =>
    approveReview(as(actor), { key, decision: "approved", seen: { words: words ?? (await wordsNow()) } });
  const inbox = async (actor: UserActor) =>
    (await fixture.database.prisma.notification.findMany({ where: { userId: actor.id, href: `/reviews/${key}` } })).map(
      ({ kind }) => kind,
    );
  const work = async (actor: UserActor) =>
    (await getWork(as(actor))).reviews.flatMap((one) => (one.key === key ? one.kind : []));
  return { ...desk, states, wordsNow, approve, inbox, work };
}

describe("a review with approvers", () => {
  it("is published once each of them has approved its text", async () => {
    const { key, states, approve, publish, inbox, work } = await toApprove();
    expect([await inbox(sam), await work(sam)]).toEqual([["review.to_approve"], ["review_to_approve"]]);
    await expect(publish()).rejects.toMatchObject({
      details: { fields: [{ field: "approvals_in", message: "Get the approval of Ines and Sam" }] },
    });
    const first = await approve(sam);
    expect(Review.parse(first)).toEqual(first);
    expect(await states()).toEqual(["Ines waiting", "Sam approved"]);
    expect(await work(sam)).toEqual(["review_to_write"]);
    await expect(publish()).rejects.toMatchObject({ details: { rule: "gates_open" } });
    await approve(ines);
    expect((await reviewGates(as(maya), { key })).gates).toMatchObject([{ code: "approvals_in", ok: true }]);
    expect((await publish()).status).toBe("published");
    expect(await inbox(maya)).toEqual(["review.approved", "review.approved"]);
  });

  it("asks again after its words change, and not after a new line", async () => {
    const { states, approve, write, get, publish, key, inbox } = await toApprove();
    await approve(ines);
    await approve(sam);
    await write(" ");
    expect(await states()).toEqual(["Ines approved", "Sam approved"]);
    await write("Retries made it worse.");
    expect(await states()).toEqual(["Ines stale", "Sam stale"]);
    const [stale] = (await get()).approvals;
    expect(stale?.staleSince).not.toBeNull();
    await expect(publish()).rejects.toMatchObject({ details: { rule: "gates_open" } });
    await approve(ines);
    expect(await states()).toEqual(["Ines approved", "Sam stale"]);
    await askApprovers(as(tove), { key });
    expect([(await inbox(sam)).length, (await inbox(ines)).length]).toEqual([2, 1]);
    await approve(sam);
    await expect(askApprovers(as(tove), { key })).rejects.toMatchObject({ details: { rule: "all_approved" } });
  });

  it("is published in the version that they approved, while others write on", async () => {
    const { key, approve, keep, write, get } = await toApprove();
    await approve(ines);
    await approve(sam);
    const number = await keep();
    await write("A newer sentence.");
    expect((await publishReview(as(tove), { key, version: number })).status).toBe("published");
    expect((await get()).approvals.map(({ state }) => state)).toEqual(["stale", "stale"]);
  });

  it("is approved only in the text that the approver saw, and otherwise names the version to compare", async () => {
    const { key, states, approve, wordsNow, write, keep, get } = await toApprove();
    const read = await wordsNow();
    const number = await keep();
    await write("Retries made it worse.");
    await expect(approve(sam, read)).rejects.toMatchObject({
      code: "conflict",
      details: { current: { version: number } },
    });
    const byVersion = { key, decision: "approved" as const, seen: { version: number } };
    await expect(approveReview(as(sam), byVersion)).rejects.toMatchObject({
      ...{ code: "conflict", details: { current: { version: number } } },
    });
    expect(await states()).toEqual(["Ines waiting", "Sam waiting"]);
    await expect(approveReview(as(sam), { key, decision: "approved" })).rejects.toMatchObject({
      details: { fields: [{ field: "seen" }] },
    });
    await expect(approveReview(as(sam), { ...byVersion, seen: { version: 99 } })).rejects.toMatchObject({
      code: "not_found",
    });
    await approveReview(as(sam), { ...byVersion, seen: { version: await keep() } });
    expect((await get()).approvals[1]).toMatchObject({ state: "approved", version: number + 1 });
  });

  it("tells readers and each export who approved which version, and when", async () => {
    const { key, approve, write, open, get, file } = await toApprove();
    const { prisma } = fixture.database;
    const team = await prisma.team.create({ data: { id: crypto.randomUUID(), name: "Payments" } });
    await prisma.teamMember.create({ data: { teamId: team.id, userId: ines.id } });
    const client = await open();
    const block = new Y.XmlElement("liveBlock");
    block.setAttribute("kind", "approvals");
    client.document.getXmlFragment(TEXT_FRAGMENT).push([block]);
    await client.saved();
    await approve(ines);
    await approve(sam);
    const number = (await get()).approvals[0]?.version ?? 0;
    await write("A newer sentence.");
    await publishReview(as(tove), { key, version: number });
    const { blocks } = await reviewContent(as(maya), { key, version: number });
    expect(blocks?.approvals).toEqual({
      columns: ["Approver", "Role or team", "Decision", "Version", "Time"],
      rows: [
        { key: "Ines", cells: ["Ines", "Payments", "Approved", `${number}`, expect.stringMatching(/^\d{4}-/)] },
        { key: "Sam", cells: ["Sam", "", "Approved", `${number}`, expect.stringMatching(/^\d{4}-/)] },
      ],
    });
    expect(await file(maya, number)).toMatch(
      RegExp(`\\| Ines \\| Payments \\| Approved \\| ${number} \\| \\d{4}-\\d\\d-\\d\\d`),
    );
  });

  it("waits for changes that an approver asks for, with a reason, until that is withdrawn", async () => {
    const { key, states, approve, inbox, get } = await toApprove();
    const ask = (reason?: string) =>
      approveReview(as(sam), { key, decision: "changes_asked", ...(reason ? { reason } : {}) });
    await expect(ask()).rejects.toMatchObject({ details: { fields: [{ field: "reason" }] } });
    await ask("Add who was told");
    await approve(ines);
    expect(await states()).toEqual(["Ines approved", "Sam changes_asked"]);
    expect((await get()).approvals[1]?.reason).toBe("Add who was told");
    expect(await inbox(maya)).toContain("review.changes_asked");
    await withdrawApproval(as(sam), { key });
    await expect(withdrawApproval(as(sam), { key })).rejects.toMatchObject({ details: { rule: "not_decided" } });
    expect(await states()).toEqual(["Ines approved", "Sam waiting"]);
    const { id } = await get();
    const audit = await fixture.database.prisma.auditEntry.findMany({
      where: { nounId: id, actorId: sam.id },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(audit.map(({ action }) => action)).toEqual(["review.changes_asked", "review.approval_withdrawn"]);
  });

  it("is approved only by those named, and published without them after a TPM waives that", async () => {
    const { key, publish, get, approve } = await toApprove();
    for (const actor of [maya, tove])
      await expect(approve(actor)).rejects.toMatchObject({
        code: "forbidden",
      });
    expect((await get(sam)).abilities.approve).toBe(true);
    const waiver = { key, gate: "approvals_in" as const, reason: "Sam is away" };
    await expect(waiveGate(as(maya), waiver)).rejects.toMatchObject({ code: "forbidden" });
    await waiveGate(as(tove), waiver);
    expect((await publish()).status).toBe("published");
  });
});
