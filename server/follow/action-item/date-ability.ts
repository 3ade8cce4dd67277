import type { RecordAction } from "#lib/base/access/actions.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";

/** The date of a proposal isn't a promise yet: anyone who can edit it can set it. Later only the owner or a TPM moves it. */
export const dateAbility = (status: ActionStatus): RecordAction<"actionItem"> =>
  status === "proposed" ? "edit" : "moveDate";
