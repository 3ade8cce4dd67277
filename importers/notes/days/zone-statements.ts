import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { NATIONAL_ZONES } from "#importers/lex/national-zones.ts";
import { matchZone, type ZoneToken } from "#importers/lex/zone-token.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { Entry } from "../lines/entry.ts";
import type { Prose } from "../lines/prose.ts";
import { isTimelineTitle } from "../lines/titles.ts";
import { agreedZone } from "./agreed-zone.ts";
import { explainedZones } from "./unknown-zones.ts";

/** The time zones that a text states for its times, by the line of each statement. */
export interface ZoneStatements {
  stated: { line: number; token: ZoneToken }[];
  /** The one time zone that all zoned times share. Null for none or several. */
  agreed: ZoneToken | null;
}

/** "All times are in UTC", "times UTC", "Timezone: PST", "All events are documented in UTC". */
const TRIGGER = new RegExp(
  String.raw`(?<![\p{L}\d_])${oneOf`
    times | timestamps | time\s?zones? | timezones? | tz | time(?= ?\() | time (?=in\b|is\b)
    (?:all|the|these|following) (?:dates|events|entries) | clock times
    zeiten | uhrzeiten | zeitangaben | angaben | časy | zeitzone | heures | horas | hor[aá]rios | orari | tijden
    fuso or[aá]rio | fuseau horaire | zona horaria | tijdzone
    (?:heure|hora|hor[aá]rio|ora)(?= d[eio]\x20| ?\() | (?:uhrzeit|tijd)(?= ?\()
    waktu | zona | godziny | czas(?= ces?t\b) | czasy | strefa czasowa | tider | tidspunkter | tidszon | tidssone | tidszone | saatler | saat dilimi
    fus orar | klokkeslett | kaikki ajat(?= ovat) | aikavyöhyke | időpont\p{L}* | időzóna | časové? (?:pásmo|údaje)
    время(?=,? (?:указан|приведен|везде|в |по )|\s?[(—–:-]) | времена | часовой пояс | час(?=,? (?:вказан|указан|наведен|за |в |у )|\s?[(—–:-]) | часовий пояс | години | (?:ώρες|ώρα)(?= σε)
    (?:thời gian|giờ)(?= (?:theo|là|đều|được|ở|tính|utc|gmt)|\s?\()
  `}(?![\p{L}\d_])`,
  "giu",
);
/** The same in Korean, Japanese and Chinese, which have no spaces around words, and in Vietnamese. */
const CJK_TRIGGER = /(?:[Mm]úi giờ|시각|시간대|時刻|時間帯|タイムゾーン|时区|時區|時間は|시간은|时间均?为)/g;
const ZONE_START = /(?<![\w/.-])(?=[A-Za-z+])|(?<![А-Яа-я])(?=[А-Я]{2,5}(?![А-Яа-я]))/g;
const AFTER_CLOCK = /(?:\d:\d{2}|\d\s?[ap]\.?m\.?)\s?\(?$/i;
const REACH = 90;
const LIMIT = 2000;
const SHORT_LINE = 90;

/** `quoted` are lines that can be from a log. */
export const findZoneStatements = (
  prose: Prose[],
  entries: Entry[],
  quoted: readonly string[] = [],
): ZoneStatements => ({
  stated: [...findStatedZones(prose), ...remarksBelow(entries)],
  agreed: agreedZone(prose, entries, quoted),
});

/** A remark right below the last entry, without a blank line between them. */
function remarksBelow(entries: readonly Entry[]): ZoneStatements["stated"] {
  const last = entries.at(-1);
  return (last?.text.slice(1) ?? []).flatMap((text, index) => {
    const token = isZoneRemark(text) ? statedZone(plainText(text), false) : null;
    return token ? [{ line: (last?.line ?? 0) + index + 1, token }] : [];
  });
}

/** Returns the time zones that lines of a text state, without those that only their times share. */
export function findStatedZones(prose: Prose[]): ZoneStatements["stated"] {
  const seen = new Map<string, ZoneToken | null>();
  const stated: ZoneStatements["stated"] = [];
  for (const part of prose) {
    if (part.role === "front") continue;
    const text = plainText(part.text.slice(0, LIMIT));
    const key = `${part.role} ${text}`;
    const token = seen.get(key) ?? (seen.has(key) ? null : statedZone(text, part.role === "heading"));
    seen.set(key, token);
    if (token) stated.push({ line: part.line, token });
  }
  const explained = stated.length > 0 ? explainedZones(prose.map(({ text }) => text)) : null;
  for (const one of stated) one.token = explained?.get(one.token.written) ?? one.token;
  return stated;
}

/**
 * The statement that applies to a line: the last one above it, then the first in the text, otherwise what all
 * agree on.
 */
export function zoneForLine(statements: ZoneStatements, line: number): ZoneToken | null {
  const above = statements.stated.findLast((statement) => statement.line <= line);
  return (above ?? statements.stated[0])?.token ?? statements.agreed;
}

/** "Here is the timeline (Berlin time):" */
const OF_TIMELINE = /\b(?:timeline|chronology|events)\b[^()]{0,40}\(([^()]{3,30})\)\s?:?\s*$/i;
/** "At 20:20 (14:20 Moscow time)": the zone of the second clock only. */
const OF_SECOND = /[([（][^()（）]{0,8}\d{1,2}(?:[:.h]\d{2}|\s?h)[^()（）\d]{0,8}$/u;
function nationalZone(text: string): ZoneToken | null {
  for (const [name, zone] of NATIONAL_ZONES) {
    const found = name.exec(text);
    if (found && !OF_SECOND.test(text.slice(Math.max(0, found.index - 20), found.index)))
      return { kind: "zone", zone, written: found[0] };
  }
  return null;
}

/** "We use UTC below." */
const USES = /\b[Uu]s(?:e|ing) ([A-Z]{3,4})\b(?= (?:below|throughout|here|in this|for all|everywhere)\b|[.,;)]|$)/;

/** "Time zone conversion (JST to UTC)": what a program did, and not the time zone of the times. */
const OF_CODE = new RegExp(
  oneOf`
    (?:time\s?zone|timezone|tz) (?:conversions?|converters?|handling|bugs?|errors?|issues?|mix-?ups?|differences?|offsets?|calculations?|logic|code)\b
    から[^。]{1,24}[にへの]\p{L}{0,6}(?:変換|換算) | タイムゾーン(?:の?(?:変換|換算|処理)|[をはが]\p{L}{0,4}取得)
    (?:时区|時區)(?:的)?(?:转换|轉換|换算|处理|處理) | 시간대\s?(?:의\s)?(?:변환|처리)
  `,
  "iu",
);

function statedZone(text: string, heading: boolean): ZoneToken | null {
  if (OF_CODE.test(text)) return null;
  const told =
    nationalZone(text) ??
    zoneWithin(USES.exec(text)?.[1] ?? "", false) ??
    zoneWithin(OF_TIMELINE.exec(text)?.[1] ?? "");
  if (told) return told;
  for (const trigger of [...text.matchAll(TRIGGER), ...text.matchAll(CJK_TRIGGER)]) {
    const from = trigger.index + trigger[0].length;
    const sentence = text.slice(from, from + REACH).split(/[.;!?]\s/, 1)[0] ?? "";
    const after = zoneWithin(sentence);
    if (after) return after;
    const before = zoneWithin(text.slice(Math.max(0, trigger.index - 12), trigger.index));
    if (before && /times|timestamps/i.test(trigger[0])) return before;
  }
  if (heading && isTimelineTitle(text)) return zoneWithin(text);
  if (text.length <= SHORT_LINE && isTimelineTitle(text)) return zoneWithin(text, false);
  return zoneBesideDay(text) ?? zoneAlone(text) ?? zoneBehind(text) ?? zoneWithin(OF_PART.exec(text)?.[1] ?? "", false);
}

/** "We had an outage this morning Eastern time." */
const TOLD = oneOf`outage | failed | went down | began | started | occurred | happened`;
const ZONE = oneOf`
  (?:US )?(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? [Tt]ime | UTC | GMT | E[SD]T | P[SD]T | CES?T | BST
`;
const PART = "(?:this|last|yesterday) (?:morning|afternoon|evening|night)";
const OF_PART = new RegExp(String.raw`\b${TOLD}\b[^.!?]{0,40}\b${PART},? \(?(${ZONE})\b(?=\)?[.!]?\s*$)`);

/** "All UTC", "alles in MEZ". */
const ALL = /^(?:all|alles?|tout|todo|tudo|tutto)\s(?:(?:in|en|em)\s)?/i;

/**
 * "(UTC+9:30)" or "UTC/ACDT" and nothing else. Of two time zones it is the first, which the first of two times is in.
 */
function zoneAlone(text: string): ZoneToken | null {
  if (text.length > SHORT_LINE) return null;
  const plain = text.replace(/^[\s([]{1,4}|[\s)\].:]{1,4}$/g, "").replace(ALL, "");
  const first = matchZone(plain, 0, false);
  const gap = first && /^\s?[/|]\s?/.exec(plain.slice(first.end))?.[0].length;
  const last = first && gap ? matchZone(plain, first.end + gap, false) : first;
  return last?.end === plain.length ? (first?.token ?? null) : null;
}

/** "3 May 2024, Pacific Time" or "2024-05-01 (UTC)": a short line with a day and a time zone. */
function zoneBesideDay(text: string): ZoneToken | null {
  if (text.length > SHORT_LINE || /\d:\d/.test(text) || findDates(text).length === 0) return null;
  return zoneWithin(text, false);
}

/** "What happened (UTC)", "Latest first. UTC.": a short line that ends in a time zone alone. */
function zoneBehind(text: string): ZoneToken | null {
  const [, bracketed, last] = BEHIND.exec(text.length <= SHORT_LINE ? text : "") ?? [];
  return /\d[:.h]\d{2}/.test(text) ? null : zoneAlone(bracketed ?? last ?? "");
}
const BEHIND = /[(（]([^()（）]{2,20})[)）]\s?[:：.]?$|[.!:]\s([A-Z][\w+:-]{1,9})\.?$/;

function zoneWithin(text: string, cities = true): ZoneToken | null {
  for (const start of text.matchAll(ZONE_START)) {
    if (AFTER_CLOCK.test(text.slice(Math.max(0, start.index - 14), start.index))) continue;
    const match = matchZone(text, start.index, cities);
    if (match) return match.token;
  }
  return null;
}

/** Returns whether text is a short remark with only a time zone: "(UTC)", "all times in CET". */
export function isZoneRemark(text: string): boolean {
  const plain = plainText(text.slice(0, SHORT_LINE + 1)).replace(/^[\s([,:–—-]+|[\s)\].,:]+$/g, "");
  if (plain === "" || plain.length > SHORT_LINE) return false;
  const token = statedZone(plain, false) ?? zoneWithin(plain, false);
  return token !== null && (plain === token.written || /\btimes?\b/i.test(plain) || plain.search(CJK_TRIGGER) >= 0);
}
