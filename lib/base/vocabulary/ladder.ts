/** Who is told about an action with a due date, in order. */
export const LADDER_RUNGS = ["owner_before", "owner_due", "manager", "tpm", "parent_manager"] as const;
export type LadderRung = (typeof LADDER_RUNGS)[number];

export const LADDER_RUNG_WORDS: Record<LadderRung, string> = {
  owner_before: "owner, 3 days before",
  owner_due: "owner, on the due date",
  manager: "manager of the team",
  tpm: "TPM",
  parent_manager: "manager of the parent team",
};

/** The outcome of a rung. Only `told` and `may_not_read` reach someone. */
export const RUNG_OUTCOMES = ["told", "missing", "already_told", "may_not_read", "before_start"] as const;
export type RungOutcome = (typeof RUNG_OUTCOMES)[number];

/** How someone is told: at once by message and mail, or with their next digest. */
export const RUNG_WAYS = ["mail", "digest"] as const;
export type RungWay = (typeof RUNG_WAYS)[number];
