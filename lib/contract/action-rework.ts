import { z } from "zod";
import { ActionItem } from "./action-item.ts";
import { actionKey, id, incidentKey, instant, line, reviewKey, route, text, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const TAG = "Action items";
const row = { key: actionKey, version };

export const ActionTombstone = z.strictObject({
  key: actionKey,
  purgedAt: instant,
  purgedBy: z.string().nullable(),
});
export type ActionTombstone = z.infer<typeof ActionTombstone>;

const part = z.strictObject({
  title: line(LENGTHS.actionItem.title),
  doneWhen: text(LENGTHS.actionItem.doneWhen).default(""),
  ownerId: id.nullable().optional().describe("default: the owner of the action"),
  checkIds: z.array(id).max(50).default([]).describe("checklist items to move to the new action"),
});

/**
 * Steps that add, merge or remove actions. Each is in the history of every action involved and, except a purge, can
 * be undone.
 */
export const actionReworkContract = {
  split: route("POST", "/action-items/{key}/split", "Split an action. Each part becomes a proposed action.", TAG)
    .input(z.strictObject({ ...row, parts: z.array(part).min(1).max(10) }))
    .output(ActionItem),
  merge: route("POST", "/action-items/{key}/merge", "Merge a duplicate into another action", TAG)
    .input(z.strictObject({ ...row, intoKey: actionKey }))
    .output(ActionItem),
  move: route("POST", "/action-items/{key}/move", "Move an action to another review or incident", TAG)
    .input(z.strictObject({ ...row, to: z.union([reviewKey, incidentKey]).nullable().describe("null: out of both") }))
    .output(ActionItem),
  convert: route("POST", "/action-items/{key}/convert", "Convert an action to a strategic change", TAG)
    .input(z.strictObject(row))
    .output(ActionItem),
  undo: route(
    "POST",
    "/action-items/{key}/reworks/{reworkId}/undo",
    "Undo a split, a merge, a move or a conversion",
    TAG,
  )
    .input(z.strictObject({ ...row, reworkId: id.describe("`undoId` in the history") }))
    .output(ActionItem),
  purge: route("POST", "/action-items/{key}/purge", "Delete an action permanently. It can't be undone.", TAG)
    .input(z.strictObject({ ...row, confirm: z.string().max(20).describe("the key of the action again") }))
    .output(ActionTombstone),
  tombstone: route("GET", "/action-items/{key}/tombstone", "When an action was purged, and by whom", TAG)
    .input(z.strictObject({ key: actionKey }))
    .output(ActionTombstone),
};
