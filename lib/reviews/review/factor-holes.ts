import type { ActionStatus, DeclineKind } from "#lib/base/vocabulary/action-item.ts";
import type { FactorRole, FactorStatus } from "#lib/base/vocabulary/factor.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

export interface FactorLinks {
  role: FactorRole;
  status: FactorStatus;
  /** Number of events that support it. Events against it don't count. */
  evidenceForCount: number;
  actions: readonly { status: ActionStatus; declineKind: DeclineKind | null }[];
  changes: readonly { status: ChangeStatus }[];
  /** Why nothing is done about it. Null if no one has given a reason. */
  acceptedReason: string | null;
}

export interface FactorHoles {
  lacksEvidence: boolean;
  lacksAnswer: boolean;
}

const NEEDS_EVIDENCE: readonly FactorStatus[] = ["supported", "disputed"];

const answersByAction = ({ status, declineKind }: FactorLinks["actions"][number]) =>
  status !== "declined" || declineKind === "moved_to_change";

/** Returns whether a factor needs evidence that it doesn't have. Events against it don't count. */
export const lacksEvidence = ({
  status,
  evidenceForCount,
}: Pick<FactorLinks, "status" | "evidenceForCount">): boolean =>
  NEEDS_EVIDENCE.includes(status) && evidenceForCount === 0;

/**
 * Returns what is missing around a factor: evidence, and an answer (an action item, a strategic change or an explicit
 * acceptance). A hypothesis needs no evidence yet, a mitigator needs no answer, and a rejected factor needs neither.
 */
export function factorHoles(factor: FactorLinks): FactorHoles {
  if (factor.status === "rejected") return { lacksEvidence: false, lacksAnswer: false };
  const isAnswered =
    factor.role === "mitigator" ||
    Boolean(factor.acceptedReason?.trim()) ||
    factor.actions.some(answersByAction) ||
    factor.changes.some(({ status }) => status !== "declined");
  return {
    lacksEvidence: lacksEvidence(factor),
    lacksAnswer: !isAnswered,
  };
}
