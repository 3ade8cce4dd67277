import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { milestonesOf } from "#importers/open/milestones-of.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import {
  addTally,
  compareKinds,
  compareLabelledMilestones,
  emptyTally,
  type Labels,
  readLabels,
  type Tally,
} from "./labels.ts";

export interface LabelledScore {
  kinds: Tally;
  milestones: Tally;
  /** The best kind of a label and the kind that was given instead, once per event. */
  mixed: [string, string][];
}

/** Measures one write-up against its labels. */
export function measureWriteUp(labels: Labels, bytes: Uint8Array): LabelledScore {
  const { events } = parseSource({ filename: labels.source, bytes }, labels.zoneStated ? {} : { zone: "UTC" });
  const { mixed, ...kinds } = compareKinds(events, labels);
  return { kinds, mixed, milestones: compareLabelledMilestones(milestonesOf(events), labels) };
}

/** Measures all write-ups of a folder with a file in its `labels` folder. A label without a write-up is reported. */
export function measureLabels(folder: string): { scores: Map<string, LabelledScore>; lost: string[] } {
  const scores = new Map<string, LabelledScore>();
  const lost: string[] = [];
  const place = join(folder, "labels");
  if (!existsSync(place)) return { scores, lost };
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of readdirSync(place)
    .filter((file) => file.endsWith(".json"))
    .sort()) {
    const labels = readLabels(join(place, name));
    const path = files.find((file) => basename(file) === labels.source);
    if (path === undefined) lost.push(labels.source);
    else scores.set(labels.source, measureWriteUp(labels, readFileSync(join(folder, path))));
  }
  return { scores, lost };
}

export function sumScores(scores: Iterable<LabelledScore>): LabelledScore {
  const sum: LabelledScore = { kinds: emptyTally(), milestones: emptyTally(), mixed: [] };
  for (const { kinds, milestones, mixed } of scores) {
    addTally(sum.kinds, kinds);
    addTally(sum.milestones, milestones);
    sum.mixed.push(...mixed);
  }
  return sum;
}

const share = (part: number, of: number) => (of === 0 ? 1 : part / of);

/** The share of correct ones among those given. */
export const precisionOf = ({ right, wrong, invented }: Tally): number =>
  share(right, right + wrong.length + invented.length);

/** The share of events with a correct kind among those that need one. */
export const kindRecall = ({ needed, missed }: Tally): number => share(needed, needed + missed.length);

/** A milestone at a wrong instant counts as not found. */
export const milestoneRecall = ({ right, wrong, missed }: Tally): number =>
  share(right, right + wrong.length + missed.length);

/** Returns the pairs of kinds that were mistaken for each other, the most frequent first. */
export function confusions(mixed: readonly [string, string][], most: number): string[] {
  const counts = new Map<string, number>();
  for (const [best, given] of mixed) {
    const pair = `${best} as ${given}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([pair, count]) => `${count} × ${pair}`);
}
