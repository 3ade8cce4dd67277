import type { ChangeDecisionKind, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

interface Decision {
  by: string | null;
  to: ChangeStatus;
  kind: ChangeDecisionKind;
  riskBy: string | null;
}

/** Returns who decided, and who keeps or accepts the risk: "Ana. Ben accepts the risk". Empty if neither is known. */
export function decidedBy({ by, to, kind, riskBy }: Decision): string {
  if (riskBy === null) return by ?? "";
  const does = kind === "status" && to === "deferred" ? "keeps the risk" : "accepts the risk";
  if (by === riskBy) return `${by}, who ${does}`;
  return [by, `${riskBy} ${does}`].filter(Boolean).join(". ");
}
