import { DEFAULT_WEIGHTS, type ImpactLevel } from "#lib/base/vocabulary/impact.ts";
import type { ImpactProposal, ProposalService } from "./proposal.ts";

export interface StatusEvent {
  at: string | null;
  endAt: string | null;
  title: string;
  body: string;
}

/** Levels by the state of a component, and by the impact of an incident without components. */
const STATES: Record<string, ImpactLevel | "up"> = {
  operational: "up",
  "under maintenance": "up",
  "degraded performance": "degraded",
  "partial outage": "partial",
  "major outage": "full",
  "full outage": "full",
};
const IMPACTS: Record<string, ImpactLevel> = { minor: "degraded", major: "partial", critical: "full" };

const CHANGE = /^(.{1,120}): (?:([a-z ]{2,40}) to )?([a-z ]{2,40})$/i;

interface StateChange {
  component: string;
  at: string;
  state: ImpactLevel | "up";
  words: string;
}

/** Reads "Checkout: operational to partial outage" from a title or from a line of an update's text. */
function changesOf({ at, title, body }: StatusEvent): StateChange[] {
  if (at === null) return [];
  return [title, ...body.split("\n")].flatMap((line) => {
    const match = CHANGE.exec(line.trim().replaceAll("_", " "));
    const words = match?.[3]?.toLowerCase() ?? "";
    const state = STATES[words];
    return match?.[1] && state ? [{ component: match[1].trim(), at, state, words }] : [];
  });
}

/**
 * Proposes windows from a status page's component states: 1 for a major outage, 0.3 for a partial outage, 0 for
 * degraded performance. Maintenance and operational end a window. A component belongs to the service of the same name,
 * or to the only service.
 */
export function proposeFromStatuspage(
  events: readonly StatusEvent[],
  services: readonly ProposalService[],
): ImpactProposal[] {
  const byName = new Map(services.map((service) => [service.name.trim().toLowerCase(), service.id]));
  const only = services.length === 1 ? services[0]?.id : undefined;
  const changes = events.flatMap(changesOf).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const proposals: ImpactProposal[] = [];
  for (const component of new Set(changes.map((change) => change.component))) {
    const serviceId = byName.get(component.toLowerCase()) ?? only;
    if (serviceId === undefined) continue;
    const own = changes.filter((change) => change.component === component);
    for (const [at, change] of own.entries()) {
      if (change.state === "up" || own[at - 1]?.words === change.words) continue;
      const end = own.slice(at + 1).find((later) => later.words !== change.words)?.at ?? null;
      if (end === change.at) continue;
      proposals.push({
        origin: "statuspage",
        serviceId,
        from: change.at,
        to: end,
        weight: DEFAULT_WEIGHTS[change.state],
        basis: "default",
        reason: `Status page: ${component}, ${change.words}`,
      });
    }
  }
  return [...proposals, ...wholeIncidents(events, only)];
}

/** Proposes a window for an incident without components, from its impact and both ends. */
function wholeIncidents(events: readonly StatusEvent[], serviceId: string | undefined): ImpactProposal[] {
  if (serviceId === undefined) return [];
  return events.flatMap(({ at, endAt, body }) => {
    const impact = /^Impact: (minor|major|critical)$/im.exec(body)?.[1]?.toLowerCase() ?? "";
    const level = IMPACTS[impact];
    if (at === null || endAt === null || !level || Date.parse(endAt) <= Date.parse(at)) return [];
    const reason = `Status page: impact ${impact}`;
    return [
      {
        origin: "statuspage" as const,
        serviceId,
        from: at,
        to: endAt,
        weight: DEFAULT_WEIGHTS[level],
        basis: "default" as const,
        reason,
      },
    ];
  });
}
