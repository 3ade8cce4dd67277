import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { type DocumentJson, type DocumentNode, descendants, stringAttr } from "#lib/document/document-json.ts";
import type { FrozenBlocks } from "#lib/reviews/version/changes.ts";
import { citedEvents, type FrozenEvent } from "#lib/reviews/version/frozen-facts.ts";
import { freeze, freezeBlocks, type ReviewExport } from "#server/reviews/frozen/index.ts";

/** A comment as an export states it. */
export interface StatedComment {
  author: string;
  at: string;
  body: string;
}

export interface StatedThread {
  id: string;
  quote: string;
  /** Id of the block that it is about, where it has no mark in the text. */
  blockId: string | null;
  isResolved: boolean;
  comments: StatedComment[];
}

/** A picture of the text with its bytes. */
export interface StatedPicture {
  id: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The statements of an export about a review, of its text as it is now or of a version. Plain data, for a worker. */
export interface StatedReview {
  exportedAt: string;
  baseUrl: string | null;
  key: string;
  title: string;
  status: ReviewStatus;
  template: string;
  templateName: string;
  publishedAt: string | null;
  /** Null for the text as it is now. */
  version: number | null;
  incident: { key: string; title: string };
  json: DocumentJson;
  /** Null for a version from before live blocks were kept. */
  blocks: FrozenBlocks | null;
  /** The events that the text cites. */
  events: FrozenEvent[];
  /** Of cited records by id: "E12" of an event, the statement of a factor. An event without one was removed. */
  labels: Record<string, string>;
  /** Null unless the export includes comments. */
  threads: StatedThread[] | null;
  pictures: StatedPicture[];
  /** Suggestions in the text, by id. Null unless the export shows both. */
  suggestions: Record<string, StatedSuggestion> | null;
  /** Null for a version. */
  tasks: StatedTask[] | null;
}

/** A task of a review, with the names of its people. */
export interface StatedTask {
  title: string;
  people: string[];
  dueOn: string | null;
  doneAt: string | null;
}

/** Who proposes something, and since when. */
export interface StatedSuggestion {
  author: string;
  at: string;
}

/** Comments, pictures and suggestions of the text, and tasks of the review. */
type Enclosed = Pick<StatedReview, "threads" | "pictures" | "suggestions" | "tasks">;

/** Returns what an export states of a review as it is now. */
export function stateNow(given: ReviewExport, enclosed: Enclosed): StatedReview {
  const review = freeze(given);
  const { exportedAt, baseUrl, key, title, status, template, templateName, publishedAt, json } = review;
  const blocks = freezeBlocks(given);
  const labels = labelsOf(json, blocks, (id) => review.eventLabel(id));
  return {
    ...{ exportedAt, baseUrl, key, title, status, template, templateName, publishedAt, json, labels, ...enclosed },
    version: null,
    incident: { key: review.incident.key, title: review.incident.title },
    blocks,
    events: citedEvents(json, review.events),
  };
}

type KeptReview = Omit<StatedReview, "labels">;

/** Returns what an export states of a version: its events have the numbers that its timeline gave them. */
export function stateVersion(kept: KeptReview): StatedReview {
  const rows = new Map(kept.blocks?.timeline?.rows.map(({ key, cells }) => [key, cells[0] ?? null]));
  const cited = new Map(kept.events.map(({ id, number }) => [id, `E${number}`]));
  return { ...kept, labels: labelsOf(kept.json, kept.blocks, (id) => rows.get(id) ?? cited.get(id) ?? null) };
}

function labelsOf(
  json: DocumentJson,
  blocks: FrozenBlocks | null,
  eventLabel: (eventId: string) => string | null,
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { key, cells } of blocks?.factors?.rows ?? []) labels[key] = cells[0] ?? "";
  for (const node of descendants(json)) {
    if (node.type !== "eventChip") continue;
    const id = stringAttr(node, "eventId") ?? "";
    const label = eventLabel(id);
    if (label !== null) labels[id] = label;
  }
  return labels;
}

/** Returns the threads whose marks a part of the text has. */
export const threadIdsOf = (node: DocumentNode): string[] => [
  ...(node.marks ?? []).flatMap(({ type, attrs }) => (type === "comment" ? String(attrs?.threadId ?? "") : [])),
  ...(node.content ?? []).flatMap(threadIdsOf),
];
