/** Formats that can be proposed, by the names of their marks. */
export const FORMATS = ["bold", "italic", "strike", "underline", "link", "code"] as const;

/**
 * A proposed Enter: one character with the mark of proposed text. An element in its place would cut the stored text in
 * two, and two people who did so at once would double its end.
 */
export const PROPOSED_BREAK = "\u2029";

/**
 * Attributes of a block with its proposals. The value is the suggestion's id, and for a type the type follows it,
 * such as `… heading 3`. After Enter, both halves are still proposed, but only the first would be joined.
 */
export const BLOCK_PROPOSALS = {
  suggestInsert: { keepOnSplit: true },
  suggestDelete: { keepOnSplit: true },
  suggestJoin: { keepOnSplit: false },
  suggestType: { keepOnSplit: true },
} as const;

export type BlockProposal = keyof typeof BLOCK_PROPOSALS;

export const BLOCK_PROPOSAL_NAMES = Object.keys(BLOCK_PROPOSALS) as BlockProposal[];

/** Blocks that can be proposed. Cells are proposed with their row. */
export const PROPOSABLE_BLOCKS = [
  "paragraph",
  "heading",
  "blockquote",
  "bulletList",
  "orderedList",
  "taskList",
  "listItem",
  "taskItem",
  "codeBlock",
  "horizontalRule",
  "table",
  "tableRow",
  "callout",
  "collapsible",
  "draftBlock",
  "guidance",
  "linkCard",
  "liveBlock",
  "picture",
] as const;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const VALUE = new RegExp(`^(${UUID})(?: (paragraph|heading)(?: ([1-4]))?)?$`);

/** The parsed attribute of a block. Null for a value that none of our editors writes. */
export interface ProposedValue {
  id: string;
  /** The proposed type of the block. */
  type: "paragraph" | "heading" | null;
  level: number | null;
}

/** Reads the value of a block's attribute. */
export function readProposed(value: unknown): ProposedValue | null {
  const match = typeof value === "string" ? VALUE.exec(value) : null;
  if (!match?.[1]) return null;
  const type = match[2] === "heading" || match[2] === "paragraph" ? match[2] : null;
  return { id: match[1], type, level: type === "heading" ? Number(match[3] ?? 2) : null };
}
