/** People who are reminded of an action with a due date, in order. */
export const LADDER_RUNGS = ["owner_before", "owner_due", "manager", "tpm", "parent_manager"] as const;
export type LadderRung = (typeof LADDER_RUNGS)[number];

export const LADDER_RUNG_WHO: Record<LadderRung, string> = {
  owner_before: "owner",
  owner_due: "owner",
  manager: "manager of the team",
  tpm: "TPM",
  parent_manager: "manager of the parent team",
};

/** The day of a rung, for rungs that share a person. */
const LADDER_RUNG_WHEN: Partial<Record<LadderRung, string>> = {
  owner_before: "before the due date",
  owner_due: "on the due date",
};

/** Returns a rung within a list: "owner, before the due date". For a sentence, use `LADDER_RUNG_WHO`. */
export function rungListed(rung: LadderRung): string {
  const when = LADDER_RUNG_WHEN[rung];
  return when ? `${LADDER_RUNG_WHO[rung]}, ${when}` : LADDER_RUNG_WHO[rung];
}

/** Returns that a rung has no one: "No owner (before the due date)". */
export function rungUnfilled(rung: LadderRung): string {
  const when = LADDER_RUNG_WHEN[rung];
  return `No ${LADDER_RUNG_WHO[rung]}${when ? ` (${when})` : ""}`;
}

/** The outcome of a rung. Only `told` and `may_not_read` reach someone. */
export const RUNG_OUTCOMES = ["told", "missing", "already_told", "may_not_read", "before_start"] as const;
export type RungOutcome = (typeof RUNG_OUTCOMES)[number];

/** Ways to notify someone: at once by message and mail, or with their next digest. */
export const RUNG_WAYS = ["mail", "digest"] as const;
export type RungWay = (typeof RUNG_WAYS)[number];
