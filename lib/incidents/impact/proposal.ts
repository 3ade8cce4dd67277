import type { ImpactBasis, ImpactOrigin } from "#lib/base/vocabulary/impact.ts";

/** A window that someone can accept as it is. Instants are ISO 8601 in UTC. */
export interface ImpactProposal {
  origin: Exclude<ImpactOrigin, "hand" | "series">;
  serviceId: string;
  from: string;
  /** Null: not ended yet. */
  to: string | null;
  weight: number;
  basis: ImpactBasis;
  reason: string;
}

export interface ProposalService {
  id: string;
  name: string;
}

/** Identifies a proposal as long as its facts stay the same. */
export const proposalKey = ({
  origin,
  serviceId,
  from,
  to,
  weight,
}: Omit<ImpactProposal, "basis" | "reason">): string => [origin, serviceId, from, to ?? "open", weight].join("_");

const sameStretch = (a: { serviceId: string; from: string; to: string | null; weight: number }) =>
  [a.serviceId, Date.parse(a.from), a.to === null ? "open" : Date.parse(a.to), a.weight].join(" ");

interface Taken {
  serviceId: string;
  from: string;
  to: string | null;
  weight: number;
  /** Key of the accepted proposal, even if the window was changed since. */
  proposalKey: string | null;
}

/** Returns the proposals that match no existing window and weren't accepted yet, in order of time. */
export function freshProposals(proposals: readonly ImpactProposal[], windows: readonly Taken[]): ImpactProposal[] {
  const stretches = new Set(windows.map(sameStretch));
  const keys = new Set(windows.map(({ proposalKey: key }) => key));
  return proposals
    .filter((proposal) => !stretches.has(sameStretch(proposal)) && !keys.has(proposalKey(proposal)))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/**
 * Ends open proposals of an incident that is over at its end, and adds that to their reason. `endedAt` is null while
 * the incident continues.
 */
export function closeAtEnd(proposals: readonly ImpactProposal[], endedAt: string | null): ImpactProposal[] {
  if (endedAt === null) return [...proposals];
  return proposals.flatMap((proposal) => {
    if (proposal.to !== null) return [proposal];
    if (Date.parse(proposal.from) >= Date.parse(endedAt)) return [];
    return [{ ...proposal, to: endedAt, reason: `${proposal.reason}, until resolved because its end is unknown` }];
  });
}
