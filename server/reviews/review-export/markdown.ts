import { toMarkdown } from "#lib/document/markdown.ts";
import { liveBlockMarkdown } from "./live-block-markdown.ts";
import { plain } from "./markdown-parts.ts";
import type { ReviewExport } from "./review-export.ts";

/** The review as Markdown with its live blocks frozen. Times are UTC. */
export function reviewMarkdown(review: ReviewExport): string {
  const numberOf = new Map(review.events.map((event) => [event.id, event.number]));
  const body = toMarkdown(review.json, {
    liveBlock: (kind) => liveBlockMarkdown(kind, review),
    eventChip: (eventId) => (numberOf.has(eventId) ? `(E${numberOf.get(eventId)})` : "(event taken out)"),
    recordChip: (_noun, key) => key,
    personMention: (_userId, label) => `@${plain(label)}`,
  });
  const head = `# ${plain(review.title)}\n\n${review.key}, review of ${review.incident.key}. Exported ${review.exportedAt.slice(0, 16).replace("T", " ")} UTC.`;
  return `${head}\n\n${body.trim()}\n`;
}
