import { isRecord, type JsonRecord, textAt } from "#importers/base/values.ts";
import { firstText, isCode, isProperName, isWords, namesOnlyAPerson, wordsAt as wordsOfField } from "./field-text.ts";
import { hasTimes } from "./field-times.ts";
import { isJsonText } from "./json-text.ts";
import { EXPLAINS, type Fields, fieldsOf, onceAShape, type Plan } from "./record-shape.ts";

const ENVELOPE = /^(?:data|payload|body|content|stage|step|phase)$/i;

/** The object of a delivery with times of its own is a record, and its name or that of someone isn't text of the delivery. */
function wordsAt(record: JsonRecord, key: string): string | null {
  const value = record[key];
  if (!isRecord(value) || !ENVELOPE.test(key)) return wordsOfField(record, key);
  const words = hasTimes(fieldsOf(value)) ? null : wordsOfField(record, key);
  return words !== null && isProperName(words) ? null : words;
}

/** `INC-204`: an id in the place of a title. */
const IS_ID = /^[A-Z]{2,10}-\d{1,8}$/;
/** "Search results are slow" is what happened. "Login page" is only what it happened to. */
const A_SENTENCE = /\S+\s+\S+\s+\S/;

/**
 * Returns what happened according to a record: its heading, a name that is a sentence, text of any other field,
 * otherwise a single word in a text field. Null if it has only a code or a state.
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
  let sort: string | null = null;
  for (const key of plan.worded) {
    if (OF_PERSON.test(key) && isRecord(record[key])) continue;
    const words = request !== null && NAMES_PART.test(key) ? null : wordsAt(record, key);
    if (words === null || !isWords(words)) continue;
    if (IS_SORT.test(key) && !A_SENTENCE.test(words)) {
      sort ??= words;
      continue;
    }
    if (plan.states.includes(key))
      return explained(words, firstWords(record, plan.called) ?? firstText(record, plan.codes), record, plan);
    if (!EXPLAINS.test(key)) return words;
    const job = DESCRIBES.test(key) ? describedJob({ record, plan }) : null;
    return job ?? explained(words, firstWords(record, plan.called), record, plan);
  }
  if (request !== null || sort !== null) return request ?? sort;
  for (const key of plan.codes) {
    const words = wordsAt(record, key);
    // The sorts of the things inside an event say less than its code.
    if (words !== null && isCode(words)) break;
    if (words !== null && isWords(words)) return words;
  }
  for (const key of plan.words) {
    const word = wordsAt(record, key);
    if (word !== null) return EXPLAINS.test(key) && firstText(record, plan.codes) !== null ? null : word;
  }
  return null;
}

/** The name in `created_by: { name: "Unknown User" }` isn't what happened. */
const OF_PERSON = /(?:_by|By|user|actor|owner|creator|author|assignee|sender|reporter)$/;
/** "HTTP Server" as the type of an alert, which has a name of its own. */
const IS_SORT = /type$/i;
/** Names of what served a request, which say less than the request itself. */
const NAMES_PART = /name$/i;
const METHOD = /^[a-z]{3,8}$/i;

/** Returns `GET /pay 502` from a server log, or null for any other record. */
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

const DESCRIBES = /^(?:description|details?)$/i;
const LONGEST_NAME = 100;

const RUNS = /^(?:job|job_?(?:template|definition)|workflow|pipeline|playbook|runbook|recipe|flow|dag|schedule)$/i;
const runningIn = onceAShape((keys) => keys.filter((key) => RUNS.test(key)));
/** Returns the name of a job that describes itself. A description of its run then says what it is for. */
export function describedJob(fields: Fields): string | null {
  for (const key of runningIn(fields)) {
    const job = fields.record[key];
    if (isRecord(job) && textAt(job, "description") !== null) return textAt(job, "name");
  }
  return null;
}

function explained(words: string, called: string | null, record: JsonRecord, { watched }: Plan): string {
  const name = called ?? firstWords(record, watched);
  return name && name.length <= LONGEST_NAME && !words.includes(name) ? `${name}: ${words}` : words;
}

/** Returns the code or the state of a record without text. A reason in one word follows its code: `failed: generic`. */
export const codeOf = ({ record, plan }: Fields): string | null => {
  const reason = firstWords(record, plan.explaining);
  const code = reason === null ? null : firstText(record, plan.codes);
  if (code !== null && code !== reason) return `${code}: ${reason}`;
  const text = firstText(record, plan.coded);
  if (text === null || !plan.coded.some((key) => namesOnlyAPerson(record[key]))) return text;
  return firstText(
    record,
    plan.coded.filter((key) => !namesOnlyAPerson(record[key])),
  );
};
const LEAST_CODE = 100;
/** Returns `Type 1107` for a record with neither text nor a code but a type number. */
export function numberedCodeOf({ record, plan }: Fields): string | null {
  for (const key of plan.codes) {
    const value = record[key];
    if (typeof value === "number" && value >= LEAST_CODE)
      return `${key.charAt(0).toUpperCase()}${key.slice(1)} ${value}`;
  }
  return null;
}
/** Returns the text of a record that has only JSON stored as text. */
export const rawTextOf = ({ record, plan }: Fields): string | null =>
  plan.titles.map((key) => record[key]).find(isJsonText) ?? null;
/** These count even if they are a single word: the class of an error. */
const IS_CAUSE = /^(?:reason|cause|error|exception|exception_?class|error_?class)$/i;
/** Returns all texts of a record, its text before names. Codes and states are excluded. */
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
