import { describe, expect, it } from "vitest";
import { actorId } from "#lib/base/access/actor.ts";
import { createActionItem, getActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { createLearning } from "#server/follow/learning/index.ts";
import { startThread } from "#server/reviews/comment/index.ts";
import { createFactor, listFactors, updateFactor } from "./index.ts";

const world = conditionWorld();
const { as, seen } = world;
const ada = () => as("ada");
const say = (key: string, who: "ada" | "ben" = "ada") =>
  startThread(as(who), { key, quote: "the dump", blockId: null, body: "No one watched it", mentionIds: [] });
const factorOf = (key: string, threadId: string) =>
  createFactor(ada(), {
    ...{ key, statement: "No one watched it", detail: "", role: "contributor", status: "hypothesis", threadId },
    ...{ domains: [], evidence: [] },
  });
const learningOf = (key: string, threadId: string) =>
  createLearning(ada(), {
    ...{ key, statement: "No one watched it", detail: "", kind: "lesson", eventIds: [], conditionId: null, threadId },
  });
const actionOf = (reviewKey: string | undefined, threadId: string, who: "ada" | "ben" = "ada") =>
  createActionItem(as(who), {
    ...{ title: "Watch it", type: "detect", priority: "P2", description: "", doneWhen: "", ownerId: null },
    ...{ teamId: null, trackerUrl: null, reviewKey, factorIds: [], changeKeys: [], threadId },
  });

describe("a comment", () => {
  it("becomes a factor, a learning and an action, which lead back to it, and can be removed again", async () => {
    const { reviewKey: key } = await seen("The dump was empty");
    const { id: threadId } = await say(key);
    const factor = await factorOf(key, threadId);
    expect(factor.threadId).toBe(threadId);
    expect((await learningOf(key, threadId)).threadId).toBe(threadId);
    const action = await actionOf(key, threadId);
    expect(action.threadId).toBe(threadId);
    await updateFactor(ada(), { id: factor.id, version: factor.version, removed: true });
    expect((await listFactors(ada(), { key })).items.map((one) => one.threadId)).toEqual([null]);
    await updateActionItem(ada(), { key: action.key, version: action.version, archived: true });
    expect((await getActionItem(ada(), { key: action.key })).archived).toBe(true);
  });

  it("becomes nothing of another review, or of one that the person can't read", async () => {
    const { reviewKey: key } = await seen("One review");
    const { id: foreign } = await say((await seen("Another review")).reviewKey);
    const refused = { code: "invalid", details: { fields: [{ field: "threadId" }] } };
    await expect(factorOf(key, foreign)).rejects.toMatchObject(refused);
    await expect(learningOf(key, foreign)).rejects.toMatchObject(refused);
    await expect(actionOf(key, foreign)).rejects.toMatchObject(refused);
    await expect(actionOf(undefined, foreign)).rejects.toMatchObject(refused);
    const secret = await seen("A restricted review", { restricted: true });
    const { id: hidden } = await say(secret.reviewKey);
    await expect(actionOf(key, hidden, "ben")).rejects.toMatchObject(refused);
  });

  it("isn't named by an action to an owner who can't read its review", async () => {
    const { reviewKey: key } = await seen("The last one", { restricted: true });
    const { key: action } = await actionOf(key, (await say(key)).id);
    const owner = { ownerId: actorId(as("ben").actor) };
    await world.prisma.actionItem.updateMany({ where: { title: "Watch it" }, data: owner });
    expect(await getActionItem(as("ben"), { key: action })).toMatchObject({ review: null, threadId: null });
  });
});
