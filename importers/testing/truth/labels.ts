import { readFileSync } from "node:fs";
import type { NormalizedEvent } from "#importers/base/importer.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";

/** A person's labels for a write-up. Instants are ISO 8601 in UTC. */
export interface Labels {
  source: string;
  /** False: the times are read as UTC. */
  zoneStated: boolean;
  /** All correct kinds, the best one first. Null is included if none is also correct. */
  events: { at: string; text: string; kinds: (EventKind | null)[] }[];
  /** The correct instants for each incident. [null]: not stated. Null with instants: none is also correct. */
  incidents: Record<MilestoneName, (string | null)[]>[];
}

export function readLabels(path: string): Labels {
  const labels: Labels = JSON.parse(readFileSync(path, "utf8"));
  return labels;
}

/** Counts of correct, wrong and missed labels, with one line each except for the correct ones. */
export interface Tally {
  right: number;
  /** The correct ones that couldn't have been left out. */
  needed: number;
  wrong: string[];
  /** Wrong, because nothing can be correct. */
  invented: string[];
  missed: string[];
}

export const emptyTally = (): Tally => ({ right: 0, needed: 0, wrong: [], invented: [], missed: [] });

export function addTally(sum: Tally, one: Tally): void {
  sum.right += one.right;
  sum.needed += one.needed;
  sum.wrong.push(...one.wrong);
  sum.invented.push(...one.invented);
  sum.missed.push(...one.missed);
}

const MINUTE = 16;
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Number of the label's words in the event's title and body. */
function sharedWords(text: string, { title, body }: NormalizedEvent): number {
  const said = new Set(words(`${title} ${body}`));
  const asked = new Set(words(text));
  return [...asked].filter((word) => said.has(word)).length / Math.max(1, asked.size);
}

const LEAST_FIT = 0.3;

/** Returns the event of a label: in the same minute, or if none is, the one whose words match. Of several, the best. */
function eventOf({ at, text }: Labels["events"][number], events: readonly NormalizedEvent[]): NormalizedEvent | null {
  const same = events.filter((event) => event.at?.slice(0, MINUTE) === at.slice(0, MINUTE));
  const [best] = (same.length > 0 ? same : events)
    .map((event) => ({ event, points: sharedWords(text, event) }))
    .filter(({ points }) => same.length > 0 || points >= LEAST_FIT)
    .sort((a, b) => b.points - a.points);
  return best?.event ?? null;
}

/**
 * Compares kinds. Correct and wrong count kinds other than `observation`, and missed counts events that needed another
 * kind.
 */
export function compareKinds(
  events: readonly NormalizedEvent[],
  labels: Labels,
): Tally & { mixed: [string, string][] } {
  const tally = { ...emptyTally(), mixed: [] as [string, string][] };
  for (const label of labels.events) {
    const event = eventOf(label, events);
    const kind = event?.kind ?? "observation";
    const isRight = label.kinds.includes(kind);
    const mayStay = label.kinds.includes(null) || label.kinds.includes("observation");
    const best = label.kinds[0] ?? "none";
    const line = `${best} as ${kind}: ${event?.title ?? label.text}`;
    if (isRight && !mayStay) tally.needed += 1;
    if (kind !== "observation" && isRight) tally.right += 1;
    else if (kind !== "observation") tally.wrong.push(line);
    if (!mayStay && !isRight) tally.missed.push(line);
    if (!isRight && !(kind === "observation" && mayStay)) tally.mixed.push([best, kind]);
  }
  return tally;
}

/** Compares suggestions with the incident that they match best. Those of another incident are wrong. */
export function compareLabelledMilestones(
  suggested: readonly { name: MilestoneName; at: string }[],
  { incidents }: Labels,
): Tally {
  const [best] = incidents
    .map((incident) => compareIncident(suggested, incident))
    .sort((a, b) => b.right - a.right || mistakes(a) - mistakes(b));
  return best ?? emptyTally();
}

const mistakes = ({ wrong, invented }: Tally) => wrong.length + invented.length;

function compareIncident(
  suggested: readonly { name: MilestoneName; at: string }[],
  stated: Labels["incidents"][number],
) {
  const tally = emptyTally();
  for (const [name, instants] of Object.entries(stated)) {
    const found = suggested.find((one) => one.name === name);
    const wanted = instants.map((instant) => instant?.slice(0, MINUTE) ?? "none").join(" or ");
    if (found && instants.some((instant) => instant?.slice(0, MINUTE) === found.at.slice(0, MINUTE))) tally.right += 1;
    else if (found && wanted === "none") tally.invented.push(`${name} at ${found.at.slice(0, MINUTE)}, not stated`);
    else if (found) tally.wrong.push(`${name} at ${found.at.slice(0, MINUTE)}, ${wanted}`);
    else if (!instants.includes(null)) tally.missed.push(`${name}, ${wanted}`);
  }
  return tally;
}
