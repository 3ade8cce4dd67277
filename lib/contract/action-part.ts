import { z } from "zod";
import { RELATIONS } from "#lib/base/vocabulary/action-item.ts";
import { ActionItem } from "./action-item.ts";
import { actionKey, id, line, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const TAG = "Action items";
const row = { key: actionKey, version };
const relation = z.strictObject({
  ...row,
  relation: z.enum(RELATIONS).describe("what the action of the address is to the other one"),
  otherKey: actionKey,
});
const text = line(LENGTHS.actionItem.check);

/** Parts of an action: its checklist, its watchers and its relations. */
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
  relate: route("POST", "/action-items/{key}/relations", "Relate an action to another one", TAG)
    .input(relation)
    .output(ActionItem),
  unrelate: route("POST", "/action-items/{key}/unrelations", "Remove a relation of two actions", TAG)
    .input(relation)
    .output(ActionItem),
};
