import type { Clock } from "#importers/lex/clock.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";

/** Fields that only a post of a file-based status page has: cState, statuspages in Hugo and Jekyll. */
const OF_INCIDENT =
  /^(?:affected(?:_?(?:systems?|components?|services?))?|informational|resolved_?(?:when|at)?)\s{0,4}[:=]/i;
const FIELD = /^([A-Za-z]\w{0,40})\s{0,4}[:=]\s{0,8}["']?(?=\d)/;
const STARTED = /^(?:date|started_?at|start)$/i;
const RESOLVED = /^resolved_?(?:when|at)$/i;
/** Comments after a value, and its quotation mark. */
const NOTHING_MORE = /^["']?\s{0,8}(?:#.*)?$/;
const TITLE = /^title\s{0,4}[:=]\s{0,8}["']?(.{1,300}?)["']?\s*$/i;
const LONGEST = 4000;

/**
 * Returns the start and the end that the fields above a status page's post state, the start with the words above its
 * updates. A time that an entry has counts once. Without entries, the whole post is the start.
 */
export function readFrontFields(
  lines: readonly Line[],
  entries: readonly Entry[],
  context: readonly Line[],
): { entries: Entry[]; taken: Set<Line> } {
  const front = lines.filter(({ role }) => role === "front");
  const none = { entries: [], taken: new Set<Line>() };
  if (!front.some(({ raw }) => OF_INCIDENT.test(raw))) return none;
  // A list in the text tells its own start.
  const arePosts = entries.every(({ form }) => form === "text");
  const found: Entry[] = [];
  const taken = new Set<Line>();
  for (const line of front) {
    const [label = "", name = ""] = FIELD.exec(line.raw.slice(0, 200)) ?? [];
    const isStart = STARTED.test(name) && entries.length > 0 && arePosts;
    if (!isStart && (!RESOLVED.test(name) || isUnresolved(front))) continue;
    const value = line.raw.slice(label.length);
    const stamp = readStamp(value);
    const day = stamp?.date?.kind === "day" && stamp.date.day.year !== null ? resolveDay(stamp.date.day, null) : null;
    if (!stamp?.clock || day === null || stamp.end || !NOTHING_MORE.test(value.slice(stamp.textStart))) continue;
    const { hour, minute } = stamp.clock;
    const isAt = (clock: Clock | null | undefined) => clock?.hour === hour && clock.minute === minute;
    if ([...entries, ...found].some((one) => isAt(one.stamp.clock) || isAt(one.stamp.end?.clock))) continue;
    const words = isStart ? firstParagraph(lines, entries, context) : [];
    for (const word of words) taken.add(word);
    const told = words.length > 0 ? words.map(({ content }) => content) : [isStart ? titleOf(front) : name];
    const at = words[0]?.number ?? line.number;
    const entry = { ...makeEntry(at, "text", stamp, told), day };
    found.push(isStart ? entry : { ...entry, field: "front", kind: "resolved" });
  }
  return { entries: found, taken };
}

/** `resolved: false` makes the end of an incident a plan. */
export const isUnresolved = (lines: readonly Line[]): boolean =>
  lines.some(({ role, raw }) => role === "front" && /^resolved\s{0,4}[:=]\s{0,4}["']?(?:false|no)\b/i.test(raw));

const titleOf = (front: readonly Line[]): string =>
  front.flatMap(({ raw }) => TITLE.exec(raw.slice(0, 400))?.[1] ?? [])[0] ?? "Start";

/** The first paragraph below the fields, if it is above all updates. */
function firstParagraph(lines: readonly Line[], entries: readonly Entry[], context: readonly Line[]): Line[] {
  const free = new Set(context);
  const start = lines.findIndex(({ role }) => role === "text");
  const first = lines[start];
  if (!first || !free.has(first) || first.content.length > LONGEST) return [];
  if (entries.some(({ line }) => line <= first.number)) return [];
  let end = start;
  while (lines[end]?.role === "text" && free.has(lines[end] as Line)) end += 1;
  return lines.slice(start, end);
}
