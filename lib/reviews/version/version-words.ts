import { countWords, listWords } from "#lib/base/text/sentence.ts";
import {
  LIVE_BLOCK_WORDS,
  REVIEW_STATUS_WORDS,
  type ReviewStatus,
  type VersionKind,
} from "#lib/base/vocabulary/review.ts";
import type { BlockDiff, VersionChanges } from "./changes.ts";
import type { AUTHOR_KINDS } from "./owners.ts";

type AuthorKind = (typeof AUTHOR_KINDS)[number];

const MOST_SECTIONS = 3;
const BLOCK_WORDS: Readonly<Record<string, string>> = {
  paragraph: "Paragraph",
  heading: "Heading",
  bulletList: "List",
  orderedList: "Numbered list",
  taskList: "Task list",
  table: "Table",
  codeBlock: "Code",
  collapsible: "Collapsible",
  linkCard: "Link card",
  picture: "Picture",
  blockquote: "Quote",
  callout: "Callout",
  draftBlock: "Generated text",
  liveBlock: "Live block",
  horizontalRule: "Line",
};

export const blockWords = (type: string): string => BLOCK_WORDS[type] ?? "Block";

/** Returns a change of a block in words: "Paragraph changed", "Heading, was a paragraph", "List moved". */
export function diffWords({ op, type, was, moved, runs }: BlockDiff): string {
  const block = blockWords(type);
  if (op === "same") return `${block}, unchanged`;
  if (op === "moved") return `${block} moved, unchanged`;
  const isFormat = op === "changed" && runs.every(({ change }) => change === "same");
  const became = isFormat ? `${block}, format changed` : `${block} ${op}`;
  const turned = was === null ? became : `${block}, was ${blockWords(was).toLowerCase()}`;
  return op === "changed" && moved ? `${turned} and moved` : turned;
}

/** Returns the name of the author of a sentence. */
export function authorName({ kind, person }: { kind: AuthorKind; person: { name: string } | null }): string {
  if (person) return person.name;
  if (kind === "generated") return "Generated";
  return kind === "removed" ? "A person who was removed" : "Unknown";
}

interface Titled {
  kind: VersionKind;
  name: string | null;
  /** The status that the review reached with it. */
  status: ReviewStatus | null;
  /** When readers were given it. */
  published?: object | null;
  createdBy?: { name: string } | null;
}

/** Returns the title of a version: its name, the status it reached, or why it was kept. */
export function versionTitle({ kind, name, status, published, createdBy }: Titled): string {
  if (published) return name === null ? REVIEW_STATUS_WORDS.published : `${name}, published`;
  if (name !== null) return name;
  // A closed review was opened again, and readers kept the version they had.
  if (kind === "status" && status === "published") return "Back to published";
  if (kind === "status") return status === null ? "Status changed" : REVIEW_STATUS_WORDS[status];
  if (kind === "approved") return createdBy ? `Approved by ${createdBy.name}` : "Approved";
  if (kind === "before_restore") return "Before a restore";
  if (kind === "before_suggestions") return "Before several suggestions";
  return kind === "before_update" ? "Before an update of generated text" : "";
}

/**
 * Returns the changes in words, by section: "Impact: 2 changed, 1 added. Lessons: 1 removed. Records changed:
 * Timeline." Starts with a new title.
 */
export function changeWords({ title, sections, records }: VersionChanges): string {
  const lines = sections.slice(0, MOST_SECTIONS).map(({ section, ...counts }) => {
    const parts = (["changed", "added", "removed", "moved"] as const).flatMap((op) =>
      counts[op] === 0 ? [] : `${counts[op]} ${op}`,
    );
    return `${section === "" ? "Before the first section" : section}: ${parts.join(", ")}.`;
  });
  const more = sections.length - lines.length;
  if (more > 0) lines.push(`And ${countWords(more, "more section")}.`);
  if (title !== null) lines.unshift(`The title is now “${title.after}”.`);
  if (records.length > 0) lines.push(`Records changed: ${listWords(records.map((kind) => LIVE_BLOCK_WORDS[kind]))}.`);
  return lines.length === 0 ? "No changes." : lines.join(" ");
}
