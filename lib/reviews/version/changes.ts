import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { WordRun } from "./word-runs.ts";

/** A live block as it was: one row for each record, found again by its key. */
export interface FrozenBlock {
  columns: string[];
  rows: { key: string; cells: string[] }[];
}
export type FrozenBlocks = Partial<Record<LiveBlockKind, FrozenBlock>>;

export const BLOCK_CHANGES = ["same", "added", "removed", "changed", "moved"] as const;
export type BlockChange = (typeof BLOCK_CHANGES)[number];

/** A top-level block of one text or both. */
export interface BlockDiff {
  op: BlockChange;
  /** The block's id, by which it is restored; null for one that has none. */
  block: string | null;
  type: string;
  /** The picture, or null for any other block. */
  picture: string | null;
  /** Title of its section, empty before the first. */
  section: string;
  /** Also moved, for one that changed. */
  moved: boolean;
  /** Its type before, when that changed. */
  was: string | null;
  runs: WordRun[];
}

/** Rows of a live block that came, went, changed or have another place. */
export interface RecordDiff {
  kind: LiveBlockKind;
  rows: {
    key: string;
    op: "added" | "removed" | "changed" | "moved";
    cells: { column: string; before: string; after: string }[];
  }[];
}

/** A comparison in figures. */
export interface VersionChanges {
  /** Null where it stayed, or where one of them wasn't kept. */
  title: { before: string; after: string } | null;
  wordsIn: number;
  wordsOut: number;
  sections: ({ section: string } & Record<Exclude<BlockChange, "same">, number>)[];
  /** Live blocks whose records changed. */
  records: LiveBlockKind[];
}
