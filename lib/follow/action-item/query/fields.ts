import {
  ACTION_PRIORITIES,
  ACTION_STATUS_WORDS,
  ACTION_TYPE_WORDS,
  DECLINE_KIND_WORDS,
  EFFECT_ANSWER_WORDS,
  WAIVER_STATUS_WORDS,
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
  basis: { label: "Due date by", kind: "choice", choices: { person: "A person", rule: "A rule" } },
  moves: { label: "Moves", kind: "number" },
  effort: { label: "Effort in days", kind: "number" },
  late: { label: "Days late", kind: "number" },
  blocked: { label: "Blocked", kind: "flag" },
  unblocked: { label: "Blocked until", kind: "date" },
  blocks: { label: "Blocks", kind: "key", letters: "ACT" },
  blocker: { label: "Blocked by action", kind: "key", letters: "ACT" },
  waiver: { label: "Last waiver", kind: "choice", choices: WAIVER_STATUS_WORDS },
  waived: { label: "Waived until", kind: "date" },
  decline: { label: "Declined as", kind: "choice", choices: DECLINE_KIND_WORDS },
  incident: { label: "Incident", kind: "key", letters: "INC" },
  severity: { label: "Severity", kind: "number" },
  service: { label: "Service", kind: "text" },
  review: { label: "Review", kind: "key", letters: "REV" },
  factor: { label: "Factor", kind: "text" },
  condition: { label: "Condition", kind: "text" },
  change: { label: "Strategic change", kind: "key", letters: "SC" },
  description: { label: "Description", kind: "text" },
  done: { label: "Done when", kind: "text" },
  checklist: { label: "Checklist", kind: "choice", choices: { open: "Some not done", done: "All done" } },
  evidence: { label: "Evidence", kind: "text" },
  issue: { label: "Linked issue", kind: "text" },
  implementer: { label: "Implemented by", kind: "person" },
  implemented: { label: "Implemented", kind: "date" },
  asked: { label: "Asked to verify", kind: "person" },
  verifier: { label: "Verified by", kind: "person" },
  verified: { label: "Verified", kind: "date" },
  effect: { label: "Did it work", kind: "choice", choices: { due: "Due", ...EFFECT_ANSWER_WORDS } },
  watching: { label: "Watched by me", kind: "flag" },
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

/** The groups whose heading a row has itself. */
const GROUPS_OF_ROW = [
  "late",
  "status",
  "priority",
  "type",
  "team",
  "incident",
  "severity",
  "review",
  "due",
  "original",
  "moves",
  "effort",
  "blocked",
  "unblocked",
  "waived",
  "created",
] as const satisfies readonly QueryField[];

/** The groups whose heading comes with each row of a list that is grouped by them. */
const HEADED_GROUPS = [
  "service",
  "factor",
  "condition",
  "change",
  "basis",
  "blocks",
  "blocker",
  "waiver",
  "decline",
  "checklist",
  "implemented",
  "verified",
  "effect",
  "watching",
  "updated",
] as const satisfies readonly QueryField[];
export type HeadedGroup = (typeof HEADED_GROUPS)[number];
export const isHeadedGroup = (group: QueryGroup): group is HeadedGroup =>
  (HEADED_GROUPS as readonly QueryGroup[]).includes(group);

/**
 * By what the rows of a list are grouped. Never by a person: a heading with a count would compare people. Nor by what is
 * different for each action, such as its title. A date groups by its month.
 */
export const QUERY_GROUPS = [...GROUPS_OF_ROW, ...HEADED_GROUPS] as const;
export type QueryGroup = (typeof QUERY_GROUPS)[number];

export interface SortKey {
  field: QueryField;
  descending: boolean;
}

/** The orders that an index serves. Other orders sort by any field, without an index. */
export const PLAIN_SORTS = ["due", "priority", "newest"] as const;
export type PlainSort = (typeof PLAIN_SORTS)[number];
export const isPlainSort = (sort: string): sort is PlainSort => (PLAIN_SORTS as readonly string[]).includes(sort);
