import { z } from "zod";
import { invalid } from "#lib/base/errors.ts";
import type { MilestoneState } from "#lib/contract/timeline.ts";
import { MILESTONES, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { incidentMetrics, writeMilestone } from "#server/incidents/timeline/index.ts";

/** Changes that generating made to the incident, stored so they can be undone. */
const Accepted = z.object({
  milestones: z.array(z.enum(MILESTONES)),
  /** Findings that were accepted with it. */
  findings: z.array(z.string()),
  /** Findings that were accepted before and became records with it. */
  placed: z.array(z.string()),
  /** Accepting the resolved milestone set the state. */
  resolved: z.boolean(),
});
export type Accepted = z.infer<typeof Accepted>;

export const readAccepted = (value: unknown): Accepted | null => Accepted.nullable().parse(value ?? null);

/**
 * Sets suggested milestones. `true` accepts those without a doubt. The resolved one sets end and state, unless a person
 * set them. A milestone that someone set since the suggestions were read stays as it is. Returns the names. Throws
 * `invalid` for a name that is neither suggested nor set.
 */
export async function acceptMilestones(
  tx: TxCtx,
  { id, key }: { id: string; key: string },
  which: true | readonly MilestoneName[],
): Promise<MilestoneName[]> {
  if (which !== true && which.length === 0) return [];
  const { suggestions, milestones } = await incidentMetrics(tx, { key });
  const wanted = suggestions.filter(({ name, doubt }) => (which === true ? doubt === null : which.includes(name)));
  const known = new Set([...suggestions, ...milestones.filter(isSet)].map(({ name }) => name));
  if (which !== true && which.some((name) => !known.has(name)))
    throw invalid("accept.milestones", "One of these milestones has no suggestion. Load the suggestions again.");
  for (const { name, eventId } of wanted)
    await writeMilestone(tx, { key, name, to: { eventId, notApplicable: false } });
  const names = wanted.map(({ name }) => name);
  if (names.includes("resolved")) await settleSpan(tx, id, { accepted: true });
  return names;
}

const isSet = ({ eventId, notApplicable }: MilestoneState) => eventId !== null || notApplicable;
