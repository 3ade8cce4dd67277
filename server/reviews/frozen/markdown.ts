import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { liveBlockOptions } from "#lib/document/live-block-options.ts";
import { toMarkdown } from "#lib/document/markdown.ts";
import { recordWords } from "#lib/document/text.ts";
import { pictureHref } from "#lib/reviews/picture/picture-sizes.ts";
import { withoutEmptySections } from "#lib/reviews/review/reader.ts";
import { freeze, nodesOf } from "./freeze.ts";
import { liveBlockMarkdown } from "./live-block-markdown.ts";
import { linked, paragraphs, plain, recordPath } from "./markdown-parts.ts";
import type { FrozenReview, ReviewExport } from "./review-export.ts";
import { eventTable } from "./times-markdown.ts";

/** Every cited event is listed: in the timeline of the text, otherwise at the end. */
function citedEvents({ lines, cited }: FrozenReview, json: DocumentJson): string {
  const hasTimeline = nodesOf(json.content ?? [], "liveBlock").some((node) => stringAttr(node, "kind") === "timeline");
  const rows = lines.filter(({ id }) => cited.has(id));
  return hasTimeline || rows.length === 0 ? "" : paragraphs("## Events cited", "Times are UTC.", eventTable(rows));
}

/** Returns the review as Markdown with its live blocks frozen, without empty sections. Times are UTC. */
export function reviewMarkdown(input: ReviewExport): string {
  const review = freeze(input);
  const { baseUrl } = review;
  const block = (kind: LiveBlockKind, node: DocumentNode) => liveBlockMarkdown(kind, review, liveBlockOptions(node));
  const isEmpty = (node: DocumentNode) => block(stringAttr(node, "kind") as LiveBlockKind, node) === "";
  const json = withoutEmptySections(review.json, isEmpty);
  const body = toMarkdown(json, {
    liveBlock: block,
    eventChip: (id) => `(${review.eventLabel(id) ?? "event removed"})`,
    recordChip: (noun, key) => {
      const path = recordPath(noun, key);
      return path === null ? recordWords(noun, key) : linked(key, path, baseUrl);
    },
    personMention: (_userId, label) => `@${plain(label)}`,
    picture: (id) => `${baseUrl ?? ""}${pictureHref(review.key, id)}`,
  });
  const [own, incident] = [
    linked(review.key, `/reviews/${review.key}`, baseUrl),
    linked(review.incident.key, `/incidents/${review.incident.key}`, baseUrl),
  ];
  const exported = `Exported ${review.exportedAt.slice(0, 16).replace("T", " ")} UTC.`;
  const head = paragraphs(`# ${plain(review.title)}`, `${own}, review of ${incident}. ${exported}`);
  return `${paragraphs(head, body.trim(), citedEvents(review, json))}\n`;
}
