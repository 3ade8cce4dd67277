import type { RecordAction } from "#lib/base/access/actions.ts";
import { isFree } from "#lib/follow/action-item/due.ts";
import type { ActionRefs } from "./load-refs.ts";
import type { ActionRowRecord } from "./select.ts";

/** Returns whether an action is or was accepted. One that went back to proposed keeps the rules of its date. */
export const isPromised = ({ id, status }: Pick<ActionRowRecord, "id" | "status">, { promised }: ActionRefs): boolean =>
  status !== "proposed" || promised.has(id);

/**
 * Returns who can set the date. The date of a proposal isn't a commitment yet, so anyone who can edit it can set it.
 * Later only the owner or a TPM can move it.
 */
export const dateAbility = (row: ActionRowRecord, refs: ActionRefs): RecordAction<"actionItem"> =>
  isFree({ status: row.status, promised: isPromised(row, refs) }) ? "edit" : "moveDate";

/** Returns whether an action is of a review that wasn't published yet, and can still be. */
export const awaitsPublication = ({ reviewId }: Pick<ActionRowRecord, "reviewId">, { reviews }: ActionRefs): boolean =>
  reviewId !== null && reviews.get(reviewId)?.unpublished === true;
