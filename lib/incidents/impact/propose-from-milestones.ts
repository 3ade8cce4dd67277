import { DEFAULT_WEIGHTS, type ImpactLevel } from "#lib/base/vocabulary/impact.ts";
import type { IncidentKind, IncidentStatus, Severity } from "#lib/base/vocabulary/incident.ts";
import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { ImpactProposal, ProposalService } from "./proposal.ts";

export interface MilestoneFacts {
  kind: IncidentKind;
  status: IncidentStatus;
  severity: Severity;
  milestones: MilestoneTimes;
  services: readonly ProposalService[];
}

/** The weights by severity, until mitigated and from then until resolved. */
const LEVELS: Record<Severity, readonly [before: ImpactLevel, after: ImpactLevel]> = {
  1: ["full", "partial"],
  2: ["full", "partial"],
  3: ["partial", "degraded"],
  4: ["degraded", "degraded"],
};

interface Part {
  from: string;
  to: string | null;
  level: ImpactLevel;
  reason: string;
}

/**
 * Proposes windows for each service from impact started, mitigated and resolved, with the default weights. No milestone
 * replaces another: without mitigated, the first weight lasts until resolved, and the reason says so.
 */
export function proposeFromMilestones(facts: MilestoneFacts): ImpactProposal[] {
  if (facts.kind === "near_miss") return [];
  return facts.services.flatMap(({ id }) =>
    partsOf(facts).map(({ from, to, level, reason }) => ({
      origin: "milestones" as const,
      serviceId: id,
      from,
      to,
      weight: DEFAULT_WEIGHTS[level],
      basis: "default" as const,
      reason,
    })),
  );
}

function partsOf({ status, severity, milestones }: MilestoneFacts): Part[] {
  const instant = (name: MilestoneName) => {
    const time = milestones[name];
    return time && time.precision !== "unknown" && time.precision !== "day" ? time.at : null;
  };
  const started = instant("impact_started");
  if (started === null) return [];
  const behind = (at: string | null, other: string) => (at !== null && Date.parse(at) > Date.parse(other) ? at : null);
  const resolved = behind(instant("resolved"), started);
  const mitigated = behind(instant("mitigated"), started);
  const [before, after] = LEVELS[severity];
  const of = `SEV${severity}`;
  if (mitigated === null) {
    if (resolved === null && status !== "open") return [];
    const until = resolved === null ? "still open" : "until resolved, because mitigated is unknown";
    return [{ from: started, to: resolved, level: before, reason: `${of}: ${before}, ${until}` }];
  }
  const first: Part = {
    from: started,
    to: mitigated,
    level: before,
    reason: `${of}: ${before} until mitigated`,
  };
  const rest = behind(resolved, mitigated);
  if (rest === null && (resolved !== null || status !== "open")) return [first];
  const until = rest === null ? "mitigated, still open" : "mitigated until resolved";
  return [first, { from: mitigated, to: rest, level: after, reason: `${of}: ${after}, ${until}` }];
}
