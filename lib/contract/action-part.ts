import { z } from "zod";
import { MOST_ASKED, RELATIONS } from "#lib/base/vocabulary/action-item.ts";
import { ActionItem } from "./action-item.ts";
import { actionKey, id, line, route, version, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const TAG = "Action items";
const row = { key: actionKey, version };
const relation = z.strictObject({
  ...row,
  relation: z.enum(RELATIONS).describe("how the action in the path relates to the other one"),
  otherKey: actionKey,
});
const text = line(LENGTHS.actionItem.check);

/** Parts of an action: its checklist, its watchers, its relations, and who is asked about it or to work on it. */
export const actionPartContract = {
  addCheck: route("POST", "/action-items/{key}/checks", "Add to the checklist", TAG)
    .input(z.strictObject({ ...row, text }))
    .output(ActionItem),
  changeCheck: route("PATCH", "/action-items/{key}/checks/{checkId}", "Change an item of the checklist", TAG)
    .input(
      z.strictObject({
        ...row,
        checkId: id,
        text: text.optional(),
        done: z.boolean().optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(ActionItem),
  watch: route("POST", "/action-items/{key}/watch", "Watch an action, or stop", TAG)
    .input(z.strictObject({ key: actionKey, on: z.boolean() }))
    .output(ActionItem),
  handOver: route("POST", "/action-items/{key}/hand-over", "Hand over an action that you own", TAG)
    .input(
      z.strictObject({
        ...row,
        ownerId: id.describe("the next owner, who gets a message with the reason"),
        reason: words(LENGTHS.actionItem.reason),
      }),
    )
    .output(ActionItem),
  askToVerify: route("POST", "/action-items/{key}/verifier", "Ask someone to verify an action", TAG)
    .input(z.strictObject({ ...row, userId: id.nullable().describe("null: anyone") }))
    .output(ActionItem),
  keepWanted: route("POST", "/action-items/{key}/wanted", "Answer that an old P3 is still wanted", TAG)
    .input(z.strictObject({ ...row, withdrawn: z.boolean().default(false).describe("asks again") }))
    .output(ActionItem),
  ask: route("POST", "/action-items/asks", "Ask the owners of actions by a message to each, for each action", TAG)
    .input(
      z.strictObject({ keys: z.array(actionKey).min(1).max(MOST_ASKED), question: words(LENGTHS.actionItem.reason) }),
    )
    .output(
      z.strictObject({
        asked: z.array(z.strictObject({ key: actionKey, owner: z.string(), messageId: id })),
        notAsked: z.array(z.strictObject({ key: actionKey, reason: z.string() })),
      }),
    ),
  unask: route("POST", "/action-items/asks/withdrawals", "Withdraw questions that I asked the owners of actions", TAG)
    .input(
      z.strictObject({
        asks: z
          .array(z.strictObject({ key: actionKey, messageId: id }))
          .min(1)
          .max(MOST_ASKED),
      }),
    )
    .output(
      z.strictObject({
        withdrawn: z.int(),
        told: z.int().describe("owners who had read the question or got it by email, and got a message about that"),
      }),
    ),
  relate: route("POST", "/action-items/{key}/relations", "Relate an action to another one", TAG)
    .input(relation)
    .output(ActionItem),
  unrelate: route("POST", "/action-items/{key}/unrelations", "Remove a relation of two actions", TAG)
    .input(relation)
    .output(ActionItem),
};
