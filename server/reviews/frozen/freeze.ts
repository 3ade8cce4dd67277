import { type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { findTops } from "#lib/incidents/timeline/story/fold-story.ts";
import { storyLines } from "#lib/incidents/timeline/story/story-lines.ts";
import type { FrozenReview, ReviewExport } from "./review-export.ts";

/** All nodes of a type, in reading order. */
export const nodesOf = (nodes: readonly DocumentNode[], type: string): DocumentNode[] =>
  nodes.flatMap((node) => [...(node.type === type ? [node] : []), ...nodesOf(node.content ?? [], type)]);

/** The review with its story as lines, and which of them its text, its factors and its learnings cite. */
export function freeze(review: ReviewExport): FrozenReview {
  const tops = findTops(review.events);
  const lines = storyLines(review.events);
  const numberOf = new Map(lines.map(({ id, number }) => [id, number]));
  const chips = nodesOf(review.json.content ?? [], "eventChip").flatMap((node) => stringAttr(node, "eventId") ?? []);
  const cited = [...chips, ...[...review.factors, ...review.learnings].flatMap(({ evidence }) => evidence)];
  return {
    ...review,
    lines,
    cited: new Set(cited.flatMap((id) => tops.get(id) ?? [])),
    eventLabel: (id) => {
      const number = numberOf.get(tops.get(id) ?? id);
      return number === undefined ? null : `E${number}`;
    },
  };
}
