import { learningKindOf } from "#lib/base/vocabulary/learning.ts";
import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import { type DocumentJson, stringAttr } from "#lib/document/document-json.ts";
import type { BlockDiff, FrozenBlocks, RecordDiff, VersionChanges } from "./changes.ts";
import type { FrozenEvent } from "./frozen-facts.ts";
import { type Block, blocksOf, pairBlocks, stayedPlaces } from "./pair-blocks.ts";
import { type EventLabel, type WordRun, wholeRun, wordCount, wordRuns } from "./word-runs.ts";

/**
 * Compares two texts block by block, in the order of the newer one, with removed blocks where they were. Blocks are
 * those at the top level: a list or a table is one.
 */
export function diffTexts(before: DocumentJson, after: DocumentJson, labelOf: EventLabel): BlockDiff[] {
  const old = blocksOf(before, labelOf);
  const now = blocksOf(after, labelOf);
  const pairs = pairBlocks(old, now);
  const placeOf = new Map(old.map((block, at) => [block, at]));
  const place = (block: Block) => placeOf.get(block) ?? -1;
  const stayed = stayedPlaces(now.flatMap((block) => pairs.get(block) ?? []).map(place));
  const kept = new Set(pairs.values());
  const gone = old.filter((block) => !kept.has(block));
  const diffs: BlockDiff[] = [];
  const tellGone = (until: number) => {
    while (gone[0] && place(gone[0]) < until) diffs.push(alone(gone.shift() as Block, "removed"));
  };
  for (const block of now) {
    const was = pairs.get(block);
    if (!was) diffs.push(alone(block, "added"));
    else {
      const moved = !stayed.has(place(was));
      if (!moved) tellGone(place(was));
      diffs.push(changed(was, block, moved));
    }
  }
  tellGone(old.length);
  return diffs;
}

function alone(block: Block, op: "added" | "removed"): BlockDiff {
  return { ...named(block), op, moved: false, was: null, runs: wholeRun(block.tokens, op === "added" ? "in" : "out") };
}

function changed(was: Block, block: Block, moved: boolean): BlockDiff {
  if (was.likeness === block.likeness)
    return { ...named(block), op: moved ? "moved" : "same", moved, was: null, runs: wholeRun(block.tokens, "same") };
  const type = was.node.type === block.node.type ? null : was.node.type;
  return { ...named(block), op: "changed", moved, was: type, runs: wordRuns(was.tokens, block.tokens) };
}

const named = ({ id, node, section }: Block) => ({
  block: id,
  type: node.type,
  picture: node.type === "picture" ? stringAttr(node, "pictureId") : null,
  section,
});

/** Columns and rows that are lists, which older versions kept in any order. */
const LISTS: ReadonlySet<string> = new Set(["Addressed by", "Evidence", "Services"]);
const sorted = (cell: string) => cell.split(", ").sort().join(", ");
const isSameKind = (before: string, after: string) => {
  const kind = learningKindOf(before);
  return kind !== undefined && kind === learningKindOf(after);
};

/** The live blocks whose records differ, with the rows that came, went, changed or, of factors, have another place. */
export function diffRecords(before: FrozenBlocks, after: FrozenBlocks): RecordDiff[] {
  return LIVE_BLOCK_KINDS.flatMap((kind) => {
    const [old, now] = [before[kind], after[kind]];
    const was = new Map(old?.rows.map((row) => [row.key, row.cells]));
    const is = new Map(now?.rows.map((row) => [row.key, row.cells]));
    const columns = [...new Set([...(old?.columns ?? []), ...(now?.columns ?? [])])];
    const cell = (block: typeof old, cells: string[] | undefined, column: string) =>
      cells?.[block?.columns.indexOf(column) ?? -1] ?? "";
    const moved = kind === "factors" ? movedKeys([...was.keys()], [...is.keys()]) : new Set<string>();
    const rows = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
      const [first, second] = [was.get(key), is.get(key)];
      const cells = columns.map((column) => {
        const [told, shown] = [cell(old, first, column), cell(now, second, column)];
        const isSameList = (LISTS.has(column) || LISTS.has(key)) && sorted(told) === sorted(shown);
        const isSame = isSameList || (kind === "learnings" && column === "Kind" && isSameKind(told, shown));
        return { column, before: isSame ? shown : told, after: shown };
      });
      const isChanged = cells.some((one) => one.before !== one.after);
      const op = !first ? "added" : !second ? "removed" : isChanged ? "changed" : "moved";
      return isChanged || moved.has(key) ? [{ key, op, cells } as const] : [];
    });
    return rows.length === 0 ? [] : [{ kind, rows }];
  });
}

function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((key, at) => [key, at]));
  const both = after.filter((key) => places.has(key));
  const stayed = stayedPlaces(both.map((key) => places.get(key) ?? -1));
  return new Set(both.filter((key) => !stayed.has(places.get(key) ?? -1)));
}

/** Adds cited events that differ to the rows of the timeline, which has none for merged events. */
export function withCited(
  records: readonly RecordDiff[],
  before: readonly FrozenEvent[],
  after: readonly FrozenEvent[],
): RecordDiff[] {
  const known = records.find(({ kind }) => kind === "timeline")?.rows ?? [];
  const now = new Map(after.map((event) => [event.id, event]));
  const rows = before.flatMap((event): RecordDiff["rows"] => {
    const is = now.get(event.id);
    if (!is || known.some(({ key }) => key === event.id)) return [];
    const [old, told] = [cellsOfEvent(event), cellsOfEvent(is)];
    const cells = old.map(({ column, words }, at) => ({ column, before: words, after: told[at]?.words ?? "" }));
    return cells.some((one) => one.before !== one.after) ? [{ key: event.id, op: "changed", cells }] : [];
  });
  if (rows.length === 0) return [...records];
  return [...records.filter(({ kind }) => kind !== "timeline"), { kind: "timeline", rows: [...known, ...rows] }];
}

const cellsOfEvent = ({ number, at, precision, title, kind }: FrozenEvent) => [
  { column: "No.", words: `E${number}` },
  { column: "Time", words: at === null ? "" : `${at} ${precision}` },
  { column: "Event", words: title },
  { column: "Kind", words: kind },
];

/**
 * Leaves out what readers are shown as it is now, which is actions and the state of strategic changes, and the decisions
 * about a version.
 */
export const withoutNow = (records: readonly RecordDiff[]): RecordDiff[] =>
  records.flatMap(({ kind, rows }) => {
    if (kind === "actions" || kind === "approvals") return [];
    const told = kind === "changes" ? rows.filter(({ op }) => op === "added" || op === "removed") : rows;
    return told.length === 0 ? [] : [{ kind, rows: told }];
  });

/** A comparison in figures: words that came and went, blocks by section, and the live blocks whose records changed. */
export function changesOf(
  blocks: readonly BlockDiff[],
  records: readonly RecordDiff[],
  [before, after]: readonly [before: string, after: string],
): VersionChanges {
  const words = (change: WordRun["change"]) =>
    blocks
      .flatMap(({ op, runs }) => (op === "same" || op === "moved" ? [] : runs))
      .reduce((sum, run) => sum + (run.change === change ? wordCount(run.text) : 0), 0);
  const sections = new Map<string, VersionChanges["sections"][number]>();
  for (const { op, section } of blocks) {
    if (op === "same") continue;
    const counts = sections.get(section) ?? { section, added: 0, removed: 0, changed: 0, moved: 0 };
    counts[op] += 1;
    sections.set(section, counts);
  }
  return {
    title: before === "" || after === "" || before === after ? null : { before, after },
    wordsIn: words("in"),
    wordsOut: words("out"),
    sections: [...sections.values()],
    records: records.map(({ kind }) => kind),
  };
}

/** Whether anything differs. */
export const hasChanges = ({ title, sections, records }: VersionChanges): boolean =>
  title !== null || sections.length > 0 || records.length > 0;
