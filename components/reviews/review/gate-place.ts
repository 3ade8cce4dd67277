import type { GateCode } from "#lib/base/vocabulary/review.ts";

const IN_THE_TEXT = new Map<string, string>(
  Object.entries({
    factors_enough: "#factors",
    factors_evidenced: "#factors",
    drafts_accepted: "#first-draft",
    priority_actions_complete: "#actions",
    priority_action_exists: "#actions",
    priority_actions_settled: "#actions",
  } satisfies Partial<Record<GateCode, string>>),
);

/** Where the next step of a gate is done, as an address; null where no place has one. */
export function gatePlace(code: string, incidentKey: string): string | null {
  if (code === "impact_stated") return `/incidents/${incidentKey}#impact-text`;
  if (code === "milestones_set") return `/incidents/${incidentKey}`;
  return IN_THE_TEXT.get(code) ?? null;
}
