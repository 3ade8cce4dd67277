import { isRecord, type JsonRecord, textAt } from "#importers/base/values.ts";
import { markdownOfHtml } from "#importers/html/markdown-of-html.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { isJsonText } from "./json-text.ts";

const NAMES_OF_OBJECTS = [
  "name",
  "displayName",
  "display_name",
  "title",
  "summary",
  "text",
  "message",
  "displayValue",
  "localizedValue",
  "display_value",
  "value",
  "email",
  "username",
  "body",
  "description",
  "detail",
  "label",
] as const;

/** As XML and .NET write them. */
const NAMES_IN_CAPITALS = ["Name", "Title", "Text", "Message", "Value", "Description"] as const;
const OF_PEOPLE = ["email", "username"] as const;

/** `$SERVICE`, `{{ host }}`, `%HOST%`, `${id}`, `{Tags}`, `<NAME>`: an unfilled template. */
const PLACEHOLDER = new RegExp(
  `^${oneOf`
  \$[A-Za-z_][\w.:]{0,60}\$? | \$\{[^{}]{0,80}\} | \$?\{\{[^{}]{0,80}\}\} | \{%[^{}]{0,80}%\}
  %[A-Za-z_][\w.]{0,60}% | \{[A-Za-z_][\w.]{0,60}\} | <[A-Z][A-Z_ ]{1,40}> | \[\[[^[\]]{0,60}\]\]
  __[A-Z_]{2,40}__
`}$`,
);
const MAY_BE_PLACEHOLDER = /^[$%{<[_]/;

/** Returns whether a value is a placeholder and not a real value. */
export const isPlaceholder = (text: string): boolean => MAY_BE_PLACEHOLDER.test(text) && PLACEHOLDER.test(text);

/** Returns a text, or the name or title of an object. Null for an unfilled template. */
export function textOf(value: unknown): string | null {
  const text = anyTextOf(value);
  return text === null || isPlaceholder(text) ? null : text;
}

function anyTextOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (Array.isArray(value)) return partsText(value);
  return isRecord(value) ? (nameOfObject(value) ?? onlyText(value)) : null;
}

/** Returns the name or text of an object. A mere reference is used only if there is nothing else. */
function nameOfObject(value: JsonRecord): string | null {
  const first = textAt(value, ...NAMES_OF_OBJECTS) ?? textAt(value, ...NAMES_IN_CAPITALS);
  if (first === null || !pointsAt(first)) return first;
  for (const name of NAMES_OF_OBJECTS) {
    const text = textAt(value, name);
    if (text !== null && !pointsAt(text)) return text;
  }
  return first;
}

/**
 * `["see ", { "type": "link", "text": "the page" }]`: text in parts, as chat tools store it. Null for any other list.
 */
function partsText(parts: readonly unknown[]): string | null {
  const texts = parts.map((part) => (isRecord(part) ? part.text : part));
  const isText = texts.every((text) => typeof text === "string");
  const isList = texts.length > 1 && texts.every((text) => CODE.test(String(text)));
  return isText && !isList ? texts.join("").trim() || null : null;
}
/** `["asn", "ip_address"]`: a list of codes isn't a text in parts. */
const CODE = /^[\w.:-]{1,60}$/;

/** Names of a type or a language. */
const TYPED = /^(?:[a-z]{1,2}(?:[-_][a-z]{2})?|string|.*value|.*text|[#$_].*|default)$/i;

/** `{ "S": "words" }`, `{ "stringValue": "words" }`, `{ "en": "words" }`: a value whose key is its type. */
function onlyText(value: JsonRecord): string | null {
  const [only, ...others] = Object.entries(value);
  const [key = "", text] = only ?? [];
  return typeof text === "string" && others.length === 0 && TYPED.test(key) && key !== "id"
    ? text.trim() || null
    : null;
}

/** A time isn't text, whatever the field's name. */
const TIME_ONLY = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,20})?$/;
const NUMBER_ONLY = /^-?[\d.,]{1,20} ?%?$/;
/** Text as people write it, not a code, a name or a URL. */
const WORDS = /\p{L}[\p{L}\p{N}'’.,:()%-]*\s+(?:[=<>≤≥]{1,2}\s+)?\S*[\p{L}\p{N}]/u;

export const isWords = (text: string): boolean => WORDS.test(text);

/** `Ann Lee`, `Corner Shop`: the name of someone or something, in words with capitals. */
const PROPER_NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;
export const isProperName = (text: string): boolean => PROPER_NAME.test(text);

/** `deployment.error`, `workflow-completed`, `taskUpdated`: the code of an event, not the name of a type. */
const EVENT_CODE = /^[a-z]+(?:[._:-][a-z][a-z\d]*)+$/i;
const CAMEL_CODE = /^[a-z]+(?:[A-Z][a-z]+)+$/;
export const isCode = (text: string): boolean => EVENT_CODE.test(text) || CAMEL_CODE.test(text);

/**
 * `https://…`, `arn:aws:…`, `tool:ticket:12345`, `/subscriptions/…`, `type.googleapis.com/…`, `spaces/a/messages/b`,
 * `sha256:…`, a UUID, a hash, a signature, an email address, bytes in base64.
 */
const POINTS_AT = [
  /^[a-z][a-z\d+.-]{1,12}:\/\//i,
  /^(?:arn|urn|sha\d{1,3}):/i,
  /^[a-z][\w-]{0,30}(?::[\w.-]{1,60}){1,6}:\d+$/i,
  /^\/.*\//,
  /^[a-z\d.-]{1,60}\.(?:com|io|org|net|dev|cloud)\//i,
  /^[a-z]{3,30}\/[\w.@-]{1,80}(?:\/[a-z]{3,30}\/[\w.@-]{1,80}){1,4}$/i,
  /^\{?[\da-f]{8}-[\da-f-]{27}\}?$/i,
  /^(?=\D{0,40}\d)[\da-f]{16,128}$/i,
  /^(?:sha|md5|hmac)[\w-]{0,12}=/i,
  // Ordinary words joined together contain four lower-case letters in a row.
  /^(?=.{0,300}[a-z])(?=.{0,300}[A-Z])(?=.{0,300}\d)(?!.{0,300}[a-z]{4})[A-Za-z\d+/]{20,400}={0,2}$/,
  /^[^@]{1,64}@[^@]{1,200}\.[a-z]{2,20}$/i,
] as const;
const LONGEST_ADDRESS = 400;

/** Every one of these contains such a character. */
const MAY_POINT = /[:/@\d-]/;

/** Returns whether a text only refers to something, for machines. */
export const pointsAt = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS &&
  !text.includes(" ") &&
  MAY_POINT.test(text) &&
  POINTS_AT.some((pattern) => pattern.test(text));

/** A word followed by a space and more words isn't a reference. */
const SURELY_WORDS = /^[A-Za-z][^ ]{0,40} /;

/** `"details": { "auth_method": "…", "username": "mira" }`: only the name of a person. */
export const namesOnlyAPerson = (value: unknown): boolean =>
  isRecord(value) &&
  textAt(value, ...OF_PEOPLE) !== null &&
  textAt(value, ...NAMES_OF_OBJECTS) === textAt(value, ...OF_PEOPLE);

/** Returns the text of a field. Null for a time, JSON, a person, or a mere number or URL. */
export function wordsAt(record: JsonRecord, key: string): string | null {
  const value = record[key];
  const text = namesOnlyAPerson(value) ? null : textOf(value);
  if (text === null || SURELY_WORDS.test(text)) return text && withoutMarkup(text);
  if (TIME_ONLY.test(text) || isJsonText(text) || NUMBER_ONLY.test(text)) return null;
  return pointsAt(text) ? null : withoutMarkup(text);
}

/** Returns the first text of some fields. A mere number or URL is used only if there is nothing else. */
export function firstText(record: JsonRecord, keys: readonly string[]): string | null {
  let poor: string | null = null;
  for (const key of keys) {
    const text = textOf(record[key]);
    if (text === null || TIME_ONLY.test(text) || isJsonText(text)) continue;
    if (!NUMBER_ONLY.test(text) && !pointsAt(text)) return text;
    poor ??= text;
  }
  return poor;
}

const MARKUP = /<\/?(?:p|br|div|span|b|strong|i|em|u|a|ul|ol|li|h[1-6]|table|tr|td|code|pre)(?:\s[^<>]{0,500})?\/?>/i;
const LONGEST_MARKUP = 20_000;

/** Returns HTML as plain text, and any other text unchanged. */
function withoutMarkup(text: string): string {
  if (!text.includes("<") || text.length > LONGEST_MARKUP || !MARKUP.test(text)) return text;
  const plain = plainText(markdownOfHtml(text).text).trim();
  return plain === "" ? text : plain;
}
