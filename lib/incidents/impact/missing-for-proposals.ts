import type { IncidentKind, IncidentStatus } from "#lib/base/vocabulary/incident.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";

interface ProposalFacts {
  kind: IncidentKind;
  status: IncidentStatus;
  services: readonly unknown[];
  milestones: readonly { name: MilestoneName; at: string | null }[];
}

/** Returns what an incident lacks before impact windows can be proposed, as a list of things to do. */
export function missingForProposals({ kind, status, services, milestones }: ProposalFacts): string[] {
  if (kind === "near_miss") return [];
  const isUnset = (name: MilestoneName) => !milestones.some((one) => one.name === name && one.at !== null);
  return [
    services.length === 0 ? "Add services to the incident." : "",
    isUnset("impact_started") ? "Set the milestone “impact started” on an event with a time." : "",
    // An open incident has no end yet.
    status !== "open" && isUnset("mitigated") && isUnset("resolved")
      ? "Set the milestone “mitigated” or “resolved”."
      : "",
  ].filter(Boolean);
}
