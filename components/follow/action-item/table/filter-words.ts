"use client";

import { useFoundPeople } from "#components/people/member/use-found-people.ts";
import { useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { capital } from "#lib/base/text/sentence.ts";
import {
  type FieldKind,
  fieldRule,
  OPERATORS_OF,
  type Operator,
  QUERY_FIELDS,
  type QueryField,
} from "#lib/follow/action-item/query/fields.ts";
import { type Condition, type Filter, isGroup } from "#lib/follow/action-item/query/filter.ts";

const WORDS: Record<Operator, string> = {
  "=": "is",
  "!=": "is not",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
  "~": "contains",
  "!~": "doesn't contain",
};
const DATE_WORDS: Partial<Record<Operator, string>> = {
  "<": "is before",
  "<=": "is on or before",
  ">": "is after",
  ">=": "is on or after",
};

/** Returns an operator as a verb: "is before". */
export const operatorWords = (kind: FieldKind, operator: Operator): string =>
  (kind === "date" ? DATE_WORDS[operator] : undefined) ?? WORDS[operator];

const INITIAL: Record<FieldKind, string> = {
  choice: "",
  person: "me",
  team: "mine",
  date: "today",
  number: "1",
  key: "none",
  text: "none",
  flag: "yes",
};

/** Returns a condition of a field that can be applied at once. */
export function initialCondition(field: QueryField): Condition {
  const { kind, choices = {} } = fieldRule(field);
  const [operator = "="] = kind === "text" ? ["=" as const] : kind === "date" ? ["<" as const] : OPERATORS_OF[kind];
  return { field, operator, values: [INITIAL[kind] || (Object.keys(choices)[0] ?? "")] };
}

/** Returns a value as it is said: "my teams", "Accepted". */
export const valueWords = ({ field }: Pick<Condition, "field">, value: string): string =>
  fieldRule(field).choices?.[value] ?? (value === "mine" ? "my teams" : value);

/** Returns a function that says a filter as a sentence. */
export function useFilterWords(): (filter: Filter) => string {
  const people = useFoundPeople();
  const teams = useFoundTeams();
  const nameOf = (condition: Condition, value: string) => {
    const { kind } = QUERY_FIELDS[condition.field];
    const name = kind === "person" ? people.find(value)?.name : kind === "team" ? teams.find(value)?.name : undefined;
    return name ?? valueWords(condition, value);
  };
  const wordsOf = (filter: Filter): string => {
    if (isGroup(filter))
      return filter.parts
        .map((part) => (isGroup(part) ? `(${wordsOf(part)})` : wordsOf(part)))
        .join(` ${filter.join} `);
    const { kind, label } = QUERY_FIELDS[filter.field];
    const values = filter.values.map((value) => nameOf(filter, value)).join(" or ");
    return `${label.toLowerCase()} ${operatorWords(kind, filter.operator)} ${values}`;
  };
  return (filter) => {
    const words = wordsOf(filter);
    return words ? `${capital(words)}.` : "Add a condition to narrow the list.";
  };
}
