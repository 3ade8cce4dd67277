import type { WriteUpText } from "#importers/base/importer.ts";
import type { ProposedAction } from "./proposed-action.ts";
import { readActions } from "./read-actions.ts";
import { type ProposedFactor, readFactors } from "./read-factors.ts";
import { readHead, type WriteUpHead } from "./read-summary.ts";

/** The findings of a write-up in addition to its events. None is applied automatically. */
export interface WriteUpParts extends WriteUpHead {
  actions: ProposedAction[];
  factors: ProposedFactor[];
}

export const NO_WRITE_UP: WriteUpParts = { title: null, summary: null, passages: [], actions: [], factors: [] };

/** Title, summary, action items and factors of a write-up, at the lines of its source. */
export function readWriteUp({ text, lines }: WriteUpText): WriteUpParts {
  const place = <Item extends { line: number }>(item: Item): Item => ({
    ...item,
    line: lines?.[item.line - 1] ?? item.line,
  });
  const head = readHead(text);
  return {
    ...head,
    passages: head.passages.map(place),
    actions: readActions(text).map(place),
    factors: readFactors(text).map(place),
  };
}
