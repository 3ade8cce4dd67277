import { describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ReviewAssist } from "#lib/contract/assist.ts";
import { restrictIncident } from "#server/incidents/incident/index.ts";
import { says } from "#server/testing/chat-server.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { answerAssistant, askAssistant, cancelAssist, getAssist } from "./index.ts";
import { assistFixture } from "./testing/assist-fixture.ts";

const { on, db, as, system, never, turn, newReview, answer, lookAt, refOf, auditOf } = assistFixture();

describe("a request", () => {
  it("is one at a time in a review, and is for those who write in it", async () => {
    const { key } = await newReview();
    const viewer = await makeUser(db(), "viewer", "Vera");
    await expect(askAssistant(as(viewer), { key, kind: "second_look" })).rejects.toMatchObject({ code: "forbidden" });
    const asked = await askAssistant(as(on.maya), { key, kind: "second_look" });
    expect(asked.state).toBe("waiting");
    const again = askAssistant(as(on.sam), { key, kind: "draft", section: "impact" });
    await expect(again).rejects.toMatchObject({ details: { rule: "assist_busy" } });
    const results = await Promise.allSettled([cancelAssist(as(on.sam), { key, id: asked.id }), answer()]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  });

  it("isn't possible while the assistant is off", async () => {
    const { key } = await newReview();
    await turn(false);
    await expect(askAssistant(as(on.maya), { key, kind: "second_look" })).rejects.toMatchObject({
      details: { rule: "assist_off" },
    });
    await turn(true);
  });

  it("never leaves for a restricted incident, and an unknown review looks like a hidden one", async () => {
    const { key } = await newReview({ restricted: true });
    const ask = (actor: UserActor, review: string) => askAssistant(as(actor), { key: review, kind: "second_look" });
    await expect(ask(on.maya, key)).rejects.toMatchObject({ details: { rule: "assist_restricted" } });
    await expect(getAssist(as(on.maya), { key })).rejects.toMatchObject({ details: { rule: "assist_restricted" } });
    const [hidden, unknown] = await Promise.allSettled([ask(on.sam, key), ask(on.sam, "REV-99999")]);
    expect(hidden).toEqual(unknown);
    await answer();
    expect(on.chat.asked).toEqual([]);
  });

  it.each(["second_look", "draft"] as const)("keeps nothing of a %s once the review is restricted", async (kind) => {
    const { key, incident, suggestions, id } = await newReview();
    on.chat.reply = async (response, asked) => {
      const cites = [refOf("Queue is deep")];
      const { version } = await db().incident.findUniqueOrThrow({ where: { id: incident.id } });
      const restricted = { key: incident.key, version, restricted: true, userIds: [on.maya.id], teamIds: [] };
      await restrictIncident(as(on.maya), restricted);
      const text = "The queue was deep.";
      says({ sentences: [{ text, cites }], findings: [{ kind: "gap", text, cites }] })(response, asked);
    };
    await askAssistant(as(on.maya), { key, ...(kind === "draft" ? { kind, section: "impact" } : { kind }) });
    await answer();
    const row = await db().assistRequest.findFirstOrThrow({ where: { reviewId: id } });
    expect(row).toMatchObject({
      state: "failed",
      findings: null,
      total: 0,
      reason: expect.stringMatching(/restricted/),
    });
    expect(await suggestions()).toEqual([]);
  });

  it("ends when it is cancelled, and nothing of its answer is kept", async () => {
    const { key } = await newReview();
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const { id } = await askAssistant(as(on.maya), { key, kind: "second_look" });
    on.chat.reply = (response) => {
      response.on("close", closed);
      void cancelAssist(as(on.sam), { key, id });
    };
    await answer();
    await isClosed;
    expect((await getAssist(as(on.maya), { key })).secondLook).toMatchObject({ state: "cancelled", findings: [] });
    expect(await cancelAssist(as(on.sam), { key, id })).toMatchObject({ state: "cancelled" });
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      "assist.asked",
      "assist.sent",
      "assist.cancelled",
    ]);
    const other = await newReview();
    await expect(cancelAssist(as(on.sam), { key: other.key, id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is marked as failed when its server stops, or died, or never started it", async () => {
    const { key } = await newReview();
    const stop = new AbortController();
    on.chat.reply = () => stop.abort();
    await askAssistant(as(on.maya), { key, kind: "second_look" });
    await answerAssistant(system(), stop.signal);
    const newest = async () => (await getAssist(as(on.maya), { key })).secondLook;
    expect(await newest()).toMatchObject({ state: "failed", reason: expect.stringMatching(/server stopped/) });
    for (const state of ["asking", "checking", "waiting"] as const) {
      const { id } = await askAssistant(as(on.maya), { key, kind: "second_look" });
      await db().assistRequest.update({ where: { id }, data: { state, seenAt: new Date() } });
      if (state !== "waiting") await answer();
      if (state !== "waiting") expect(await newest()).toMatchObject({ state });
      await answerAssistant(
        system(() => new Date(Date.now() + 700_000)),
        never,
      );
      expect(await newest()).toMatchObject({ id, state: "failed", reason: expect.stringMatching(/Ask again/) });
    }
  });

  it("fails if the person who asked lost access", async () => {
    const { key, id } = await newReview();
    const gone = await makeUser(db(), "member", "Gwen");
    await askAssistant(as(gone), { key, kind: "second_look" });
    await db().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    on.chat.asked.length = 0;
    await answer();
    const row = await db().assistRequest.findFirstOrThrow({ where: { reviewId: id } });
    expect(row).toMatchObject({ state: "failed", reason: expect.stringMatching(/can no longer write/) });
    expect(on.chat.asked).toEqual([]);
  });

  it("is answered as the contract says", async () => {
    const { key } = await newReview();
    await lookAt(key, says({ findings: [] }));
    const assist = await getAssist(as(on.maya), { key });
    expect(ReviewAssist.parse(assist)).toEqual(assist);
    expect(assist).toMatchObject({ model: "small", host: new URL(on.chat.url).host, draft: null });
  });
});
