import type { JsonRecord } from "#importers/base/values.ts";
import { firstText, isWords, wordsAt } from "./field-text.ts";
import { isJsonText } from "./json-text.ts";
import type { Fields, Plan } from "./record-shape.ts";

/** `INC-204`: the id of a matter in the place of its heading. */
const IS_ID = /^[A-Z]{2,10}-\d{1,8}$/;
/** "Search results are slow" is what happened; "Login page" is only what it happened to. */
const A_SENTENCE = /\S+\s+\S+\s+\S/;

/**
 * What a record says happened: its heading, a name that is a sentence, words of any other field, else one word of a field
 * for words. Null for one that only has a code or a state.
 */
export function titleOf({ record, plan }: Fields): string | null {
  for (let place = 0; place < plan.heads.length; place += 1) {
    const key = plan.heads[place] ?? "";
    const head = wordsAt(record, key);
    if (head !== null && !IS_ID.test(head) && (place < plan.named.length || isWords(head))) return head;
  }
  for (const key of plan.called) {
    const name = wordsAt(record, key);
    if (name !== null && A_SENTENCE.test(name)) return name;
  }
  const request = requestOf(record, plan);
  for (const key of plan.worded) {
    const words = request !== null && NAMES_PART.test(key) ? null : wordsAt(record, key);
    if (words === null || !isWords(words)) continue;
    if (plan.states.includes(key))
      return explained(words, firstWords(record, plan.called) ?? firstText(record, plan.codes), record, plan);
    return EXPLAINS.test(key) ? explained(words, firstWords(record, plan.called), record, plan) : words;
  }
  if (request !== null) return request;
  for (const key of plan.codes) {
    const words = wordsAt(record, key);
    if (words !== null && isWords(words)) return words;
  }
  return firstWords(record, plan.words);
}

/** The names of what served a request, which say less than what was asked of it. */
const NAMES_PART = /name$/i;
const METHOD = /^[a-z]{3,8}$/i;

/** `GET /pay 502` of the log of a server; null for any other record. */
function requestOf(record: JsonRecord, plan: Plan): string | null {
  const method = plan.methods.length === 0 ? null : firstText(record, plan.methods);
  const path = method !== null && METHOD.test(method) ? firstText(record, plan.paths) : null;
  if (path === null || !path.startsWith("/")) return null;
  const answer = plan.answers.map((key) => record[key]).find((value) => /^[1-5]\d\d$/.test(String(value)));
  return [method, path, answer].filter((part) => part !== undefined).join(" ");
}

function firstWords(record: JsonRecord, keys: readonly string[]): string | null {
  for (const key of keys) {
    const words = wordsAt(record, key);
    if (words !== null) return words;
  }
  return null;
}

/** What these say is said of something that has a name. */
const EXPLAINS = /^(?:description|details?|error|reason|cause)$/i;
const LONGEST_NAME = 100;

function explained(words: string, called: string | null, record: JsonRecord, { watched }: Plan): string {
  const name = called ?? firstWords(record, watched);
  return name && name.length <= LONGEST_NAME && !words.includes(name) ? `${name}: ${words}` : words;
}

/** The code or the state that a record has instead of words. */
export const codeOf = ({ record, plan }: Fields): string | null => firstText(record, plan.coded);
const LEAST_CODE = 100;
/** `Type 1107` of a record that has neither words nor a code but a number of what it is. */
export function numberedCodeOf({ record, plan }: Fields): string | null {
  for (const key of plan.codes) {
    const value = record[key];
    if (typeof value === "number" && value >= LEAST_CODE)
      return `${key.charAt(0).toUpperCase()}${key.slice(1)} ${value}`;
  }
  return null;
}
/** The words of a record that has none but JSON kept as text. */
export const rawTextOf = ({ record, plan }: Fields): string | null =>
  plan.titles.map((key) => record[key]).find(isJsonText) ?? null;
/** What these hold is told even where it is one word: the class of an error. */
const IS_CAUSE = /^(?:reason|cause|error|exception|exception_?class|error_?class)$/i;
/** All that a record says in words, its text ahead of names; codes and states are none. */
export function wordsOf({ record, plan }: Fields): string[] {
  const texts: string[] = [];
  for (const key of plan.said) {
    const text = wordsAt(record, key);
    if (
      text !== null &&
      (isWords(text) || IS_CAUSE.test(key) || (IS_ID.test(text) && plan.heads.includes(key))) &&
      !texts.includes(text)
    )
      texts.push(text);
  }
  return texts;
}
