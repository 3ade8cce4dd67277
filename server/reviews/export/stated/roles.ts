import { type DocumentJson, type DocumentNode, descendants, stringAttr } from "#lib/document/document-json.ts";
import type { FrozenBlock, FrozenBlocks } from "#lib/reviews/version/changes.ts";
import { plain } from "#server/reviews/frozen/index.ts";
import type { StatedReview } from "./stated-review.ts";

/** A person of whom no role is known. */
const NO_ROLE = "Participant";

/** Facts of the head of a review that name people, with what they are in it. */
const HEAD_ROLES: Readonly<Record<string, string>> = {
  Owner: "Review owner",
  Facilitator: "Facilitator",
  Authors: "Author",
};

/**
 * Returns the role of each person that a review names: in the incident, then in the review, otherwise of their
 * action.
 */
export function rolesOf({ blocks, json, threads, suggestions, tasks }: StatedReview): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, role: string) => {
    if (name !== "" && !found.has(name)) found.set(name, role);
  };
  for (const { cells } of blocks?.roles?.rows ?? []) add(cells[1] ?? "", cells[0] ?? NO_ROLE);
  for (const { cells } of blocks?.header?.rows ?? []) {
    const role = HEAD_ROLES[cells[0] ?? ""];
    // A name of one person can have a comma in it.
    const names = cells[0] === "Authors" ? (cells[1] ?? "").split(", ") : [cells[1] ?? ""];
    if (role !== undefined) for (const name of names) add(name, role);
  }
  for (const { cells } of blocks?.approvals?.rows ?? []) add(cells[0] ?? "", "Approver");
  for (const name of ownersOf(blocks?.actions)) add(name, "Action owner");
  for (const name of ownersOf(blocks?.changes)) add(name, "Owner of the change");
  for (const node of descendants(json))
    if (node.type === "personMention") add(stringAttr(node, "label") ?? "", NO_ROLE);
  for (const { comments } of threads ?? []) for (const { author } of comments) add(author, NO_ROLE);
  for (const { author } of Object.values(suggestions ?? {})) add(author, NO_ROLE);
  for (const { people } of tasks ?? []) for (const name of people) add(name, NO_ROLE);
  return found;
}

function ownersOf(block: FrozenBlock | undefined): string[] {
  const at = block?.columns.indexOf("Owner") ?? -1;
  return at === -1 ? [] : (block?.rows ?? []).flatMap(({ cells }) => cells[at] ?? []);
}

/** Returns what replaces each of these names, as whole words and as Markdown writes them, with its role. */
export function replacerOf(given: ReadonlyMap<string, string>): (text: string) => string {
  const roles = new Map([...given].flatMap(([name, role]) => [[name, role] as const, [plain(name), role] as const]));
  const names = [...roles.keys()].sort((one, other) => other.length - one.length);
  if (names.length === 0) return (text) => text;
  const written = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})(?![\\p{L}\\p{N}])`, "gu");
  return (text) => text.replace(pattern, (name) => roles.get(name) ?? name);
}

/**
 * Returns a review that has roles where it names people: in its records, mentions and comments, and where its text has
 * the whole name of one of them.
 */
export function withRoles(review: StatedReview): StatedReview {
  const replace = replacerOf(rolesOf(review));
  return {
    ...review,
    title: replace(review.title),
    incident: { ...review.incident, title: replace(review.incident.title) },
    json: inText(review.json, replace),
    labels: Object.fromEntries(Object.entries(review.labels).map(([id, label]) => [id, replace(label)])),
    blocks: review.blocks && inBlocks(review.blocks, replace),
    events: review.events.map((event) => ({ ...event, title: replace(event.title) })),
    threads:
      review.threads?.map((thread) => ({
        ...thread,
        quote: replace(thread.quote),
        comments: thread.comments.map((one) => ({ ...one, author: replace(one.author), body: replace(one.body) })),
      })) ?? null,
    tasks:
      review.tasks?.map((task) => ({ ...task, title: replace(task.title), people: task.people.map(replace) })) ?? null,
    suggestions:
      review.suggestions &&
      Object.fromEntries(
        Object.entries(review.suggestions).map(([id, one]) => [id, { ...one, author: replace(one.author) }]),
      ),
  };
}

function inText(json: DocumentJson, replace: (text: string) => string): DocumentJson {
  const inNode = (node: DocumentNode): DocumentNode => {
    const { text, attrs, content } = node;
    const label =
      node.type === "personMention" ? { userId: null, label: replace(stringAttr(node, "label") ?? "") } : {};
    const alt = node.type === "picture" ? { alt: attrs?.alt == null ? null : replace(String(attrs.alt)) } : {};
    return {
      ...node,
      ...(text === undefined ? {} : { text: replace(text) }),
      ...(attrs ? { attrs: { ...attrs, ...label, ...alt } } : {}),
      ...(content ? { content: content.map(inNode) } : {}),
    };
  };
  return { ...json, content: (json.content ?? []).map(inNode) };
}

const inBlocks = (blocks: FrozenBlocks, replace: (text: string) => string): FrozenBlocks =>
  Object.fromEntries(
    Object.entries(blocks).map(([kind, { columns, rows }]) => [
      kind,
      { columns, rows: rows.map(({ key, cells }) => ({ key: replace(key), cells: cells.map(replace) })) },
    ]),
  );
