import type { RecordAction } from "#lib/access/actions.ts";
import type { ActionStatus } from "#lib/action-item/vocabulary.ts";

/** The date of a proposal is no promise yet: whoever may edit it may set it. Later only the owner or a TPM moves it. */
export const dateAbility = (status: ActionStatus): RecordAction<"actionItem"> =>
  status === "proposed" ? "edit" : "moveDate";
