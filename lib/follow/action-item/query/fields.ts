import {
  ACTION_PRIORITIES,
  ACTION_STATUS_WORDS,
  ACTION_TYPE_WORDS,
  EFFECT_ANSWER_WORDS,
} from "#lib/base/vocabulary/action-item.ts";

/** The type of a field's values, which decides how it can be compared. */
export type FieldKind = "choice" | "person" | "team" | "date" | "number" | "key" | "text" | "flag";

interface FieldRule {
  label: string;
  kind: FieldKind;
  /** The values of a choice, with their labels. */
  choices?: Readonly<Record<string, string>>;
  /** The letters of a key. */
  letters?: "ACT" | "INC" | "REV" | "SC";
}

const same = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));

/** The fields by which action items are filtered and sorted, by their names in the address. */
export const QUERY_FIELDS = {
  key: { label: "Key", kind: "key", letters: "ACT" },
  title: { label: "Title", kind: "text" },
  status: { label: "Status", kind: "choice", choices: ACTION_STATUS_WORDS },
  priority: { label: "Priority", kind: "choice", choices: same(ACTION_PRIORITIES) },
  type: { label: "Type", kind: "choice", choices: ACTION_TYPE_WORDS },
  owner: { label: "Owner", kind: "person" },
  team: { label: "Team", kind: "team" },
  due: { label: "Due", kind: "date" },
  original: { label: "First due", kind: "date" },
  moves: { label: "Moves", kind: "number" },
  late: { label: "Days late", kind: "number" },
  blocked: { label: "Blocked", kind: "flag" },
  unblocked: { label: "Blocked until", kind: "date" },
  waived: { label: "Waived until", kind: "date" },
  incident: { label: "Incident", kind: "key", letters: "INC" },
  severity: { label: "Severity", kind: "number" },
  review: { label: "Review", kind: "key", letters: "REV" },
  change: { label: "Strategic change", kind: "key", letters: "SC" },
  description: { label: "Description", kind: "text" },
  done: { label: "Done when", kind: "text" },
  evidence: { label: "Evidence", kind: "text" },
  issue: { label: "Linked issue", kind: "text" },
  implementer: { label: "Implemented by", kind: "person" },
  implemented: { label: "Implemented", kind: "date" },
  verifier: { label: "Verified by", kind: "person" },
  verified: { label: "Verified", kind: "date" },
  effect: { label: "Did it work", kind: "choice", choices: { due: "Due", ...EFFECT_ANSWER_WORDS } },
  created: { label: "Created", kind: "date" },
  updated: { label: "Updated", kind: "date" },
} as const satisfies Record<string, FieldRule>;

export type QueryField = keyof typeof QUERY_FIELDS;
export const QUERY_FIELD_NAMES = Object.keys(QUERY_FIELDS) as QueryField[];
export const isQueryField = (name: string): name is QueryField => Object.hasOwn(QUERY_FIELDS, name);
export const fieldRule = (field: QueryField): FieldRule => QUERY_FIELDS[field];

export const OPERATORS = ["=", "!=", "<=", ">=", "<", ">", "!~", "~"] as const;
export type Operator = (typeof OPERATORS)[number];

const EQUAL = ["=", "!="] as const;
const ORDERED = [...EQUAL, "<", "<=", ">", ">="] as const;

/** How the values of a kind are compared. A text only with "none", or by a part of it. */
export const OPERATORS_OF: Record<FieldKind, readonly Operator[]> = {
  choice: EQUAL,
  person: EQUAL,
  team: EQUAL,
  key: EQUAL,
  flag: ["="],
  text: ["~", "!~", ...EQUAL],
  date: ORDERED,
  number: ORDERED,
};

/**
 * By what the rows of a list are grouped. Never by a person: a heading with a count would compare people. A date groups
 * by its month.
 */
export const QUERY_GROUPS = [
  "late",
  "status",
  "priority",
  "type",
  "team",
  "incident",
  "severity",
  "review",
  "due",
  "moves",
  "blocked",
  "created",
] as const satisfies readonly QueryField[];
export type QueryGroup = (typeof QUERY_GROUPS)[number];

export interface SortKey {
  field: QueryField;
  descending: boolean;
}

/** The orders that an index serves. Other orders sort by any field, without an index. */
export const PLAIN_SORTS = ["due", "priority", "newest"] as const;
export type PlainSort = (typeof PLAIN_SORTS)[number];
export const isPlainSort = (sort: string): sort is PlainSort => (PLAIN_SORTS as readonly string[]).includes(sort);
