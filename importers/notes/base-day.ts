import { matchDate } from "#importers/lex/dates.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { type FoundDate, findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { MONTH_NAMES, monthNumber } from "#importers/lex/month-names.ts";
import type { Prose } from "./prose.ts";

export interface BaseDay {
  /** Day number for times before any date; null when the document names none. */
  day: number | null;
  /** The text says that all times are of this day unless an entry says otherwise. */
  firm: boolean;
}

const STATEMENT =
  /\b(?:unless|otherwise|all|every|following|these)\b.{0,80}\b(?:on|happened|occurred|took place|dates?)\b|\b(?:events|times)\b.{0,30}\b(?:happened|occurred|took place|are)\b.{0,20}\bon\b/i;
const LABEL =
  /^[\s*_|-]{0,8}(?:(?:incident|outage|event|issue|start(?:ing)?|begin)\s)?(?:dates?(?: and time)?|day|when|start(?:ed)?(?: (?:at|time|date))?|began|occurred(?: (?:on|at))?|happened(?: on)?|detected(?: at)?|time of (?:the )?incident|datum)\b[\s*_]{0,4}[:|]/i;

/** The day that bare times belong to when no date stands above them. `given` is the day a person named. */
export function findBaseDay(prose: Prose[], filename: string, given: number | null): BaseDay {
  const body = prose.filter((part) => part.role !== "front");
  const full = body.flatMap((part) => findDates(part.text)).filter((found) => found.day.year !== null);
  const anchor = findAnchorDay(prose, filename, given);
  const stated = body.find((part) => part.role === "text" && STATEMENT.test(sentenceWithDate(part.text)));
  if (stated) return { day: numberOf(findDates(stated.text)[0], anchor), firm: true };
  const labelled = body.find((part) => LABEL.test(part.text.slice(0, 120)) && findDates(part.text).length > 0);
  const near = body.filter((part) => part.role === "text").flatMap((part) => findDates(part.text));
  const day =
    (labelled ? numberOf(findDates(labelled.text)[0], anchor) : null) ??
    numberOf(near.find((found) => found.nearClock && found.day.year !== null)) ??
    numberOf(
      near.find((found) => found.nearClock),
      anchor,
    ) ??
    given ??
    mostFrequent(full) ??
    frontDay(prose) ??
    fileDay(filename) ??
    numberOf(near[0], anchor);
  return { day, firm: false };
}

/** The year to read year-less dates with: from any full date, front matter or the file's name. */
export function findAnchorDay(prose: Prose[], filename: string, given: number | null): number | null {
  const full = prose
    .filter((part) => part.role !== "front")
    .flatMap((part) => findDates(part.text))
    .find((found) => found.day.year !== null);
  return numberOf(full) ?? frontDay(prose) ?? fileDay(filename) ?? statedMonth(prose) ?? given;
}

const MONTH = String.raw`(${MONTH_NAMES})\.?,? ((?:19|20)\d{2})\b`;
const MONTH_TITLE = new RegExp(String.raw`\b${MONTH}`, "i");
const MONTH_LABEL = new RegExp(String.raw`\b(?:date|when|datum)[\s*_]{0,4}[:|][\s*_|]{0,8}${MONTH}`, "i");

/** "Date: September 2024": the middle of the month that a label or heading names. */
function statedMonth(prose: Prose[]): number | null {
  for (const { role, text } of prose) {
    const found = (role === "heading" ? MONTH_TITLE : MONTH_LABEL).exec(text.slice(0, 600));
    if (found) return resolveDay({ year: Number(found[2]), month: monthNumber(found[1] ?? ""), day: 15 }, null);
  }
  return null;
}

function numberOf(found: FoundDate | undefined, anchor: number | null = null): number | null {
  return found ? resolveDay(found.day, anchor) : null;
}

/** The sentence around the first date, so that a statement elsewhere in the paragraph does not count. */
function sentenceWithDate(text: string): string {
  const plain = plainText(text.slice(0, 1200));
  const first = findDates(plain)[0];
  if (!first) return "";
  const start = plain.lastIndexOf(". ", first.index) + 1;
  return plain.slice(start, first.index + 40);
}

function mostFrequent(found: FoundDate[]): number | null {
  const counts = new Map<number, number>();
  for (const one of found) {
    const day = numberOf(one);
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const best = [...counts].reduce<[number, number] | null>((top, one) => (top && top[1] >= one[1] ? top : one), null);
  return best?.[0] ?? null;
}

const FRONT_DAY =
  /^(?:(?:incident_?)?date|(?:created|started|opened|occurred|detected)(?:_?(?:at|on|date))?|start(?:_?(?:time|date|at))?)\s?:/i;

function frontDay(prose: Prose[]): number | null {
  const fronts = prose.filter((part) => part.role === "front");
  const titled = fronts.find((part) => /^title\b/i.test(part.text.trim()) && findDates(part.text).length > 0);
  const dated = fronts.find((part) => FRONT_DAY.test(part.text.trim()));
  for (const part of [titled, dated]) {
    const found = part && findDates(part.text).find((one) => one.day.year !== null);
    if (found) return numberOf(found);
  }
  const path = fronts.map((part) => /\b((?:19|20)\d{2})\/(\d{2})\/(\d{2})\b/.exec(part.text)).find((match) => match);
  return path ? numberOf(findDates(path[0])[0]) : null;
}

function fileDay(filename: string): number | null {
  const name = filename.slice(filename.lastIndexOf("/") + 1);
  for (const start of name.matchAll(/(?<!\d)(?=(?:19|20)\d{2})/g)) {
    const match = matchDate(name.replaceAll("_", "-"), start.index);
    if (match?.kind === "day") return resolveDay(match.day, null);
  }
  return null;
}
