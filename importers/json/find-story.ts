import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { titleOf } from "./fields/field-title.ts";
import { fieldsOf } from "./fields/record-shape.ts";
import { namesAThing } from "./record-words.ts";

const DEPTH = 3;
const WIDTH = 40;
/** Lists that contain only the story of a record. */
const STORY =
  /(?:timeline|timelines|logs?|log_?entries|transitions|updates|history|histories|phases|stages|steps|milestones|chronology)$/i;
/** Records whose steps are their parts and not a story. */
const OF_WORK =
  /^(?:branch|commit|sha|ref|build\w{0,20}|pipeline\w{0,20}|workflow\w{0,20}|job\w{0,20}|run_?(?:id|number)|recipe|runbook)$/i;
const STEPS = /(?:stages|steps)$/i;
const isPart = (record: JsonRecord, key: string): boolean =>
  STEPS.test(key) && Object.keys(record).some((one) => OF_WORK.test(one));

/**
 * Returns the story of an object inside a delivery: its first list with such a name, nearest to the top, whose entries
 * are accepted.
 */
export function findStory(delivery: JsonRecord, accepts: (value: unknown) => boolean): JsonRecord[] {
  let level = [delivery];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    level = recordsBelow(level);
    for (const record of level) {
      const story = storyOf(record, accepts);
      if (story) return story;
    }
  }
  return [];
}

function recordsBelow(level: readonly JsonRecord[]): JsonRecord[] {
  const found: JsonRecord[] = [];
  for (const record of level)
    for (const key of Object.keys(record)) {
      const value = record[key];
      if (isRecord(value) && !namesAThing(key) && found.push(value) === WIDTH) return found;
    }
  return found;
}

function storyOf(record: JsonRecord, accepts: (value: unknown) => boolean): JsonRecord[] | null {
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (Array.isArray(value) && STORY.test(key) && !isPart(record, key) && isStory(value, accepts)) return value;
  }
  return null;
}

/** Returns whether at least half of a list's objects are accepted: a log can contain entries without text. */
export const isStory = (list: unknown, accepts: (value: unknown) => boolean): list is JsonRecord[] =>
  Array.isArray(list) && list.length > 0 && list.every(isRecord) && list.filter(accepts).length * 2 >= list.length;

/** Names of lists with what happened to a record, one entry after another. */
const LOG = new RegExp(
  `${oneOf`
  ^item | ^entry | logs? | entries | incidents | items | records | results | issues | problems | releases
  deployments | events | history | histories | timeline | updates | messages | comments | notes
  transitions | activity | activities | actions | parts | replies | posts | alerts | changes | journals?
  statuses | phases | stages | steps | milestones | chronology
`}$`,
  "i",
);

/** Returns the lists in a record whose entries are events of their own. */
export function listsOfLogs(record: JsonRecord, accepts: (value: unknown) => boolean): JsonRecord[][] {
  const found: JsonRecord[][] = [];
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (typeof value !== "object" || value === null || !LOG.test(key) || isPart(record, key)) continue;
    const list = isRecord(value) ? (value.nodes ?? value.edges ?? value.items ?? value.data ?? value[key]) : value;
    if (isStory(list, accepts)) found.push(list);
  }
  return found;
}

/** Returns the entries of all these lists. */
export const logsOf = (record: JsonRecord, accepts: (value: unknown) => boolean): JsonRecord[] =>
  listsOfLogs(record, accepts).flat();

const ENVELOPE = /^(?:data|payload|body|detail)$/i;
const EVENTS = /^(?:events|records|notifications|alerts|activities|entries)$/i;

/** Returns the events that a delivery carries in its data, if the data have no text of their own. */
export function eventsCarried(delivery: JsonRecord, accepts: (value: unknown) => boolean): JsonRecord[] {
  for (const key of Object.keys(delivery)) {
    const data = delivery[key];
    if (!ENVELOPE.test(key) || !isRecord(data) || titleOf(fieldsOf(data)) !== null) continue;
    const name = Object.keys(data).find((one) => EVENTS.test(one));
    const list = name === undefined ? null : data[name];
    if (isStory(list, accepts)) return list;
  }
  return [];
}
