import type { RecordAction } from "#lib/base/access/actions.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";

/**
 * Returns who can set the date. The date of a proposal isn't a commitment yet, so anyone who can edit it can set it.
 * Later only the owner or a TPM can move it.
 */
export const dateAbility = (status: ActionStatus): RecordAction<"actionItem"> =>
  status === "proposed" ? "edit" : "moveDate";
