import { isFarOff } from "#lib/base/time/far-off.ts";
import { addDays, addMonths, type LocalDate } from "#lib/base/time/local-date.ts";
import {
  fieldRule,
  isQueryField,
  OPERATORS,
  OPERATORS_OF,
  type Operator,
  QUERY_FIELD_NAMES,
  type QueryField,
} from "./fields.ts";

/** One comparison: a field with any of some values. */
export interface Condition {
  field: QueryField;
  operator: Operator;
  values: string[];
}

/** Conditions of which all or any must be true. */
export interface FilterGroup {
  join: "and" | "or";
  parts: Filter[];
}
export type Filter = Condition | FilterGroup;

export const isGroup = (filter: Filter): filter is FilterGroup => "join" in filter;

export const FILTER_LENGTH = 2000;

interface Limits {
  length: number;
  depth: number;
  conditions: number;
}
const LIMITS: Limits = { length: FILTER_LENGTH, depth: 5, conditions: 50 };

/** A list adds the owners, teams and dates of its query to the filter, with brackets around it. */
export const LIST_LIMITS: Limits = { length: 2 * FILTER_LENGTH, depth: 6, conditions: 54 };

/** Why a query can't be read. `field` is what isn't known or what its message is about. */
export class QueryProblem extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

const TOKEN = /\s*(?:([()])|(!=|<=|>=|!~|[=<>~,])|"((?:[^"\\]|\\.)*)"|([^\s()=<>!~,"]+))/y;
const DATE = /^(?:today|\d{4}-\d\d-\d\d)?(?:([+-]\d{1,4})([dwm]))?$/;
const SPAN = /^\d{1,4}[dwm]$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface Token {
  kind: "bracket" | "operator" | "quoted" | "word";
  text: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const [, bracket, operator, quoted, word] = TOKEN.exec(text) ?? [];
    if (bracket !== undefined) tokens.push({ kind: "bracket", text: bracket });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
    else if (quoted !== undefined) tokens.push({ kind: "quoted", text: quoted.replace(/\\(.)/g, "$1") });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else throw new QueryProblem("filter", `The filter can't be read from “${text.slice(at, at + 20).trim()}”`);
  }
  return tokens;
}

/** Reads a filter such as `team=mine and (due<today+7d or owner=none)`. Null for an empty one. Throws `QueryProblem`. */
export function parseFilter(text: string, limits = LIMITS): Filter | null {
  if (text.length > limits.length) throw new QueryProblem("filter", `A filter has at most ${limits.length} characters`);
  const reader = new Reader(tokensOf(text), limits);
  if (reader.isAtEnd) return null;
  const filter = reader.join("or", 0);
  if (!reader.isAtEnd) throw new QueryProblem("filter", "The filter has a bracket too many, or lacks an “and” or “or”");
  return filter;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #limits: Limits;
  #at = 0;
  #conditions = 0;

  constructor(tokens: readonly Token[], limits: Limits) {
    this.#tokens = tokens;
    this.#limits = limits;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Reads parts joined by "or", each of them parts joined by "and". */
  join(join: "and" | "or", depth: number): Filter {
    const next = () => (join === "or" ? this.join("and", depth) : this.#part(depth));
    const parts = [next()];
    while (this.#skip("word", join)) parts.push(next());
    const [first] = parts;
    return parts.length === 1 && first ? first : { join, parts };
  }

  #part(depth: number): Filter {
    if (!this.#skip("bracket", "(")) return this.#condition();
    const { depth: deepest } = this.#limits;
    if (depth >= deepest) throw new QueryProblem("filter", `A filter has at most ${deepest} levels of brackets`);
    const inner = this.join("or", depth + 1);
    if (!this.#skip("bracket", ")")) throw new QueryProblem("filter", "The filter lacks a closing bracket");
    return inner;
  }

  #condition(): Condition {
    this.#conditions += 1;
    const { conditions: most } = this.#limits;
    if (this.#conditions > most) throw new QueryProblem("filter", `A filter has at most ${most} conditions`);
    const name = this.#take("word");
    if (name === undefined) throw new QueryProblem("filter", "The filter lacks a field");
    if (!isQueryField(name)) throw unknownField(name);
    const given = this.#take("operator");
    const operator = OPERATORS.find((one) => one === given);
    if (!operator) throw new QueryProblem(name, `${name} needs an operator, such as =`);
    const values: string[] = [];
    do {
      const value = this.#take("quoted") ?? this.#word();
      if (value === undefined) throw new QueryProblem(name, `${name} needs a value`);
      values.push(value);
    } while (this.#skip("operator", ","));
    const condition = { field: name, operator, values };
    const problem = problemOfCondition(condition);
    if (problem) throw new QueryProblem(name, problem);
    return condition;
  }

  /** A word. The plus of a typed URL arrives as a space: "today 7d". */
  #word(): string | undefined {
    const word = this.#take("word");
    const after = this.#tokens[this.#at];
    if (word !== "today" || after?.kind !== "word" || !SPAN.test(after.text)) return word;
    this.#at += 1;
    return `${word}+${after.text}`;
  }

  #take(kind: Token["kind"]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) return undefined;
    this.#at += 1;
    return token.text;
  }

  #skip(kind: Token["kind"], text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.#at += 1;
    return true;
  }
}

const unknownField = (name: string): QueryProblem =>
  new QueryProblem(name, `Unknown field “${name}”. Use one of ${QUERY_FIELD_NAMES.join(", ")}`);

/** Returns what is wrong with a condition, or null. `name` is what the reader calls its field. */
export function problemOfCondition({ field, operator, values }: Condition, name: string = field): string | null {
  const rule = fieldRule(field);
  const isEqual = operator === "=" || operator === "!=";
  if (!OPERATORS_OF[rule.kind].includes(operator)) return `${name} can't be compared with ${operator}`;
  if (!isEqual && values.length > 1) return `${name} can have only one value after ${operator}`;
  if (values.length === 0) return `${name} needs a value`;
  const wrong = values.find(
    (value) => !(isEqual && value === "none" && rule.kind !== "flag") && !isValue(field, value),
  );
  if (wrong === undefined) return null;
  if (rule.kind === "text" && wrong.trim() === "") return "Enter text to look for";
  return `“${wrong}” isn't a value of ${name}. Enter ${VALUES[rule.kind](field)}`;
}

const VALUES: Record<ReturnType<typeof fieldRule>["kind"], (field: QueryField) => string> = {
  choice: (field) => Object.keys(fieldRule(field).choices ?? {}).join(", "),
  person: () => "me, none or the id of a person",
  team: () => "mine, none or the id of a team",
  date: () => "a date such as 2017-01-31, today, today+7d or none",
  number: () => "a whole number",
  key: (field) => `a key such as ${fieldRule(field).letters}-12, or none`,
  text: () => "at most 200 characters",
  flag: () => "yes or no",
};

function isValue(field: QueryField, value: string): boolean {
  const { kind, choices, letters } = fieldRule(field);
  switch (kind) {
    case "choice":
      return Object.hasOwn(choices ?? {}, value);
    case "person":
      return value === "me" || UUID.test(value);
    case "team":
      return value === "mine" || UUID.test(value);
    case "date":
      return dateOfValue(value, "2000-01-01") !== null;
    case "number":
      return /^-?\d{1,6}$/.test(value);
    case "key":
      return new RegExp(`^${letters}-[1-9]\\d{0,8}$`).test(value);
    case "text":
      return value.trim() !== "" && value.length <= 200;
    case "flag":
      return value === "yes" || value === "no";
  }
}

/** Returns the day that a value such as `today+7d` means. Null if it isn't a date. */
export function dateOfValue(value: string, today: LocalDate): LocalDate | null {
  const match = DATE.exec(value);
  const start = value.startsWith("today") ? today : value.slice(0, 10);
  if (!match || !/^\d{4}/.test(start) || Number.isNaN(Date.parse(`${start}T00:00Z`))) return null;
  if (!value.startsWith("today") && addDays(start, 0) !== start) return null;
  const amount = Number(match[1] ?? 0);
  const day = match[2] === "m" ? addMonths(start, amount) : addDays(start, match[2] === "w" ? amount * 7 : amount);
  return isFarOff(day) ? null : day;
}

const valueText = (value: string) =>
  /^[^\s()=<>!~,"\\]+$/.test(value) && value !== "and" && value !== "or"
    ? value
    : `"${value.replace(/["\\]/g, "\\$&")}"`;

/** Returns a filter as text, which `parseFilter` reads back. Empty for null. */
export function printFilter(filter: Filter | null): string {
  if (filter === null) return "";
  if (!isGroup(filter)) return `${filter.field}${filter.operator}${filter.values.map(valueText).join(",")}`;
  return filter.parts
    .filter((part) => !isGroup(part) || part.parts.length > 0)
    .map((part) => (isGroup(part) && part.join !== filter.join ? `(${printFilter(part)})` : printFilter(part)))
    .join(` ${filter.join} `);
}

/** Returns every condition of a filter, in its order. */
export const conditionsOf = (filter: Filter | null): Condition[] =>
  filter === null ? [] : isGroup(filter) ? filter.parts.flatMap(conditionsOf) : [filter];
