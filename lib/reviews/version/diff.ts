import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import type { BlockDiff, FrozenBlocks, RecordDiff, VersionChanges } from "./changes.ts";
import { type Block, blocksOf, pairBlocks, stayedPlaces } from "./pair-blocks.ts";
import { type EventLabel, type WordRun, wholeRun, wordCount, wordRuns } from "./word-runs.ts";

/**
 * What changed between two texts, block by block in the order of the newer one, with removed blocks where they were.
 * Blocks are those at the top level: a list or a table is one.
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

const named = ({ id, node, section }: Block) => ({ block: id, type: node.type, section });

/** The live blocks whose records differ, with the rows that came, went or changed. */
export function diffRecords(before: FrozenBlocks, after: FrozenBlocks): RecordDiff[] {
  return LIVE_BLOCK_KINDS.flatMap((kind) => {
    const [old, now] = [before[kind], after[kind]];
    const was = new Map(old?.rows.map((row) => [row.key, row.cells]));
    const is = new Map(now?.rows.map((row) => [row.key, row.cells]));
    const columns = [...new Set([...(old?.columns ?? []), ...(now?.columns ?? [])])];
    const cell = (block: typeof old, cells: string[] | undefined, column: string) =>
      cells?.[block?.columns.indexOf(column) ?? -1] ?? "";
    const rows = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
      const [first, second] = [was.get(key), is.get(key)];
      const cells = columns.map((column) => ({
        column,
        before: cell(old, first, column),
        after: cell(now, second, column),
      }));
      const op = !first ? "added" : !second ? "removed" : "changed";
      return cells.some((one) => one.before !== one.after) ? [{ key, op, cells } as const] : [];
    });
    return rows.length === 0 ? [] : [{ kind, rows }];
  });
}

/** A comparison in figures: words that came and went, blocks by section, and the live blocks whose records changed. */
export function changesOf(blocks: readonly BlockDiff[], records: readonly RecordDiff[]): VersionChanges {
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
    wordsIn: words("in"),
    wordsOut: words("out"),
    sections: [...sections.values()],
    records: records.map(({ kind }) => kind),
  };
}

/** Whether anything differs. */
export const hasChanges = ({ sections, records }: VersionChanges): boolean => sections.length > 0 || records.length > 0;
