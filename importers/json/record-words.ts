import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { oneOf } from "#lib/base/text/phrases.ts";

const THING = new RegExp(
  `(?:^|_)${oneOf`
    repo(?:sitory)? | project | organi[sz]ation | user | sender | owner | account | pusher | author | creator | (?:created|updated|modified)_?by | team
    company | brand | tenant | workspace | assignee | actor | member | customer | requester | webhook | integration
    contact | organi[sz]er | attendees? | invitees? | recipients? | driver | employee | candidate | guest | caller | callee
    profile | merchant | vendor | seller | buyer | bank | payer | payee | payment_?method | (?:billing|shipping)_?address
    products? | prices? | sku | line_?items?
    page | app(?:lication)? | service | environment | region | zone | location | datacenter | size | flavou?r
    board | folder | space | client | browser | os | user_?agent | geo | geo_?ip | geo(?:graphical)?_?(?:location|context)
    (?:request|security|authentication|debug)_?context | signature | smtp | headers | _?links
  `}$`,
  "i",
);
/**
 * Returns whether an object under this key is a person, a place or a thing, whose times aren't those of what happened.
 */
export const namesAThing = (key: string): boolean => THING.test(key);

/** Objects inside a delivery that state what was done. */
export const ACTS = ["event", "action", "activity", "change", "notification", "audit", "metadata", "meta"] as const;

const STATE = /(?:status|state|severity|priority|level|trigger|result|conclusion|alerttype|notifytype)$/;
const HTTP_STATUS = /^[1-5]\d\d$/;
const LEAST_FIELDS = 5;

/** Returns whether a record states what it is and its state: an alert or a build, not a server response. */
export function hasState(record: JsonRecord): boolean {
  if (Object.keys(record).length < LEAST_FIELDS) return false;
  const entries = Object.entries(record).filter(([, value]) => typeof value === "string" || typeof value === "number");
  if (entries.length < LEAST_FIELDS) return false;
  const states = entries.filter(([key]) => STATE.test(key.toLowerCase().replace(/[_\-.\s]/g, "")));
  return (
    states.length > 0 && states.length < entries.length && !states.some(([, value]) => HTTP_STATUS.test(String(value)))
  );
}

const SENTENCE = 20;
const FULL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const NAME_ONLY = /^(?:version|label|kind|number|topic|key|slug|tag|id)$/i;

/** Error text of a failed call, which isn't a message to people. */
const ANSWER = /^(?:code|errors?|documentation_?url|status|status_?code|success|ok)$/i;

/**
 * Returns whether a record is a message as chat tools and webhooks accept it: a sentence, or an attachment with text.
 */
export function isMessage(record: JsonRecord): boolean {
  const { text, message, attachments } = record;
  if (isSentence(text) || (isSentence(message) && !Object.keys(record).some((key) => ANSWER.test(key)))) return true;
  const [first] = Array.isArray(attachments) ? attachments : [];
  return textAt(first, "title", "text", "fallback", "pretext") !== null;
}

const isSentence = (value: unknown) => typeof value === "string" && value.length >= SENTENCE && /\s/.test(value.trim());

const TYPE = /^(?:type|event|kind|category|(?:event|message|notification|alert)_?type)$/i;
const TYPE_OF_ALERT = /^(?:alert|alarm|incident|outage|problem|failure|recovery|recovered|resolved|down|up)$/i;

/** Returns whether a record calls itself an alert and describes it in a sentence: `"type": "Alert"`. */
export const isCalledAlert = (record: JsonRecord): boolean => {
  const entries = Object.entries(record);
  const isAlert = entries.some(([key, value]) => TYPE.test(key) && TYPE_OF_ALERT.test(String(value)));
  return (
    isAlert && entries.some(([key, value]) => /^(?:description|summary|details?|body)$/i.test(key) && isSentence(value))
  );
};

const ID_OF_WORK =
  /^(?:alert|alarm|incident|problem|deployment|build|release|ticket)[_-]?(?:id|key|number)$|^tag_?name$/i;

/** Returns whether a record is identified like alerts, incidents or releases: by an id or tag of such a name. */
export const hasIdOfWork = (record: JsonRecord): boolean => Object.keys(record).some((key) => ID_OF_WORK.test(key));

/** Returns values that look like a full time, whatever their names, for records without a time in known fields. */
export const anyTimesOf = (record: JsonRecord): unknown[] =>
  Object.values(record).filter((value) => typeof value === "string" && FULL_TIME.test(value));

/** Returns the name of a record without text: its version, number or label. */
export const anyNameOf = (record: JsonRecord): string | null =>
  textAt(record, ...Object.keys(record).filter((key) => NAME_ONLY.test(key)));

const CELL_NAMES = ["field", "key", "name"] as const;

/** `[{ "key": "host", "value": "db-1" }, …]`: the fields of an object as a list of cells. Null for any other list. */
export function cellsOf(list: readonly unknown[]): JsonRecord | null {
  const [first] = list;
  const name = CELL_NAMES.find((key) => textAt(first, key) !== null);
  if (name === undefined || !list.every((cell) => hasKeys(cell, name, "value"))) return null;
  return Object.fromEntries(list.map((cell) => [textAt(cell, name) ?? "", isRecord(cell) ? cell.value : null]));
}

const INNER = ["attributes", "node", "fields"] as const;

/** Returns a record with the attributes of JSON:API, or with the node of GraphQL, flattened. */
export function flat(record: JsonRecord): JsonRecord {
  if (!INNER.some((key) => isRecord(record[key]))) return record;
  return Object.assign({ ...record }, ...INNER.map((key) => recordAt(record, key)));
}
