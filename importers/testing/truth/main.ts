// npm run truth [folder]: compares what the importers find with files of known content, file by file, and with the
// required minimum.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openMail } from "#importers/mail/email/open-mail.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { readActions } from "#importers/write-up/read-actions.ts";
import { compareActions, compareEvents, compareMilestones } from "./compare.ts";
import {
  confusions,
  kindRecall,
  type LabelledScore,
  measureLabels,
  milestoneRecall,
  precisionOf,
  sumScores,
} from "./measure-labels.ts";
import type { Truth } from "./truth.ts";

const BARS = { payloads: 1, recall: 0.97, extra: 0.03, actions: 0.9 };
const LABEL_BARS = { kinds: [0.97, 0.6], milestones: [0.97, 0.7] } as const;
const CONFUSIONS = 12;
const COUNT_COLUMN = 7;

const folder = process.argv[2] ?? join(import.meta.dirname, "../../../fixtures/imports");
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}.`);
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => !name.startsWith("labels"));

const read = async (path: string, zone?: string) => {
  const input = await openMail({ filename: basename(path), bytes: readFileSync(join(folder, path)) });
  return { input, parsed: parseSource(input, zone ? { zone } : {}) };
};

async function payloads(): Promise<{ whole: number; total: number }> {
  let whole = 0;
  const counted = readIndex(folder);
  for (const { path, events } of counted) {
    const { parsed } = await read(path, "UTC");
    const isWhole = parsed.events.length === events;
    whole += isWhole ? 1 : 0;
    const rest = `${parsed.format}, ${parsed.rejects.length} rejected`;
    console.log(`${isWhole ? "whole " : "NOT   "} ${path}: ${parsed.events.length} of ${events} events (${rest})`);
  }
  return { whole, total: counted.length };
}

/** Prints the mistakes in each labelled write-up. Returns the four figures. */
function labelFigures() {
  const { scores, lost } = measureLabels(folder);
  for (const source of lost) console.log(`NOT    ${source}: labelled, but there is no such write-up`);
  for (const [source, { kinds, milestones }] of scores) {
    console.log(`${source}: ${labelWords("kinds", kinds)}; ${labelWords("milestones", milestones)}`);
    for (const line of kinds.wrong) console.log(`    kind wrong: ${line}`);
    for (const line of [...milestones.wrong, ...milestones.invented]) console.log(`    milestone wrong: ${line}`);
    for (const line of milestones.missed) console.log(`    milestone missed: ${line}`);
  }
  if (scores.size === 0) return [];
  const { kinds, milestones, mixed } = sumScores(scores.values());
  console.log(["The most frequent confusions of kinds:", ...confusions(mixed, CONFUSIONS)].join("\n    "));
  const values = [
    ["kinds: precision", precisionOf(kinds), LABEL_BARS.kinds[0]],
    ["kinds: recall", kindRecall(kinds), LABEL_BARS.kinds[1]],
    ["milestones: precision", precisionOf(milestones), LABEL_BARS.milestones[0]],
    ["milestones: recall", milestoneRecall(milestones), LABEL_BARS.milestones[1]],
  ] as const;
  return values.map(([name, value, least]) => ({ name, value, holds: value >= least && lost.length === 0 }));
}

const labelWords = (what: string, { right, wrong, invented, missed }: LabelledScore["kinds"]) =>
  `${what} ${right} right, ${wrong.length + invented.length} wrong, ${missed.length} missed`;

const sum = { expected: 0, found: 0, extra: 0, invented: 0, actions: 0, actionsFound: 0 };
const { whole, total } = await payloads();
for (const path of files.filter((name) => name.endsWith(".truth.json")).sort()) {
  const truth = JSON.parse(readFileSync(join(folder, path), "utf8")) as Truth;
  const stem = basename(path, ".truth.json");
  const document = files.find((name) => basename(name).startsWith(`${stem}.`) && !name.endsWith(".truth.json"));
  if (!document) continue;
  const { input, parsed } = await read(document, truth.zone.stated ? undefined : truth.zone.offset);
  const events = compareEvents(parsed, truth);
  const milestones = compareMilestones(parsed, truth);
  const actions = compareActions(readActions(new TextDecoder().decode(input.bytes)), truth);
  sum.expected += events.expected;
  sum.found += events.found;
  sum.extra += events.extra.length;
  sum.invented += milestones.invented.length;
  sum.actions += actions.expected;
  sum.actionsFound += actions.found;
  console.log(
    `${document}: ${events.found} of ${events.expected} events, ${events.missed.length} missed, ${events.extra.length} extra, ${events.wrongInstant} at a wrong instant`,
  );
  for (const [what, names] of Object.entries(milestones)) {
    if (names.length > 0) console.log(`    milestones ${what}: ${names.join(", ")}`);
  }
  console.log(`    action items: ${actions.found} of ${actions.expected}`);
}

const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
const figures = [
  { name: "payloads read whole", value: share(whole, total), holds: share(whole, total) >= BARS.payloads },
  { name: "recall", value: share(sum.found, sum.expected), holds: share(sum.found, sum.expected) >= BARS.recall },
  { name: "extra", value: share(sum.extra, sum.expected), holds: share(sum.extra, sum.expected) <= BARS.extra },
  { name: "milestones invented", value: sum.invented, holds: sum.invented === 0 },
  {
    name: "action items",
    value: share(sum.actionsFound, sum.actions),
    holds: share(sum.actionsFound, sum.actions) >= BARS.actions,
  },
  ...labelFigures(),
];
console.log(JSON.stringify({ figures }));
process.exit(figures.every(({ holds }) => holds) ? 0 : 1);

interface CountedFile {
  path: string;
  events: number;
}

/** Returns the tool payloads in a folder's INDEX.md with known event counts. Empty without an index. */
function readIndex(folder: string): CountedFile[] {
  const path = join(folder, "INDEX.md");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => /^\| `A\//.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.trim()))
    .map((cells) => ({ path: (cells[0] ?? "").replace(/^\| `|`$/g, ""), count: cells[COUNT_COLUMN] ?? "" }))
    .filter(({ count }) => /^\d+$/.test(count))
    .map(({ path: name, count }) => ({ path: name, events: Number(count) }));
}
