import { matchZone, type ZoneToken } from "#importers/lex/zone-token.ts";
import { clockOfMinutes, DAY_MINUTES, HALF_DAY_MINUTES } from "#lib/base/time/clock.ts";
import { AMBIGUOUS_ABBREVIATIONS } from "#lib/base/time/zone-table.ts";
import type { Entry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";

/** A possible abbreviation of a time zone after a time and before a mark, for standard or daylight time. */
const BEHIND = /^[([]?([A-Z]{1,3}[SD]T)(?:[)\]]\s?(?:[:–—-]\s?)?|\s?[:–—]\s|\s-\s)/;
const WORDS = new Set(["TEST", "POST", "HOST", "LAST", "COST", "LIST", "BEST", "REST", "DEST", "MUST", "JUST", "DIST"]);
const LEAST = 2;
const OFFSET = String.raw`(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?`;
/** "AEST (UTC+10)", "IST is UTC+5:30", "UTC+4 (GST)": how a text explains an abbreviation. */
const EXPLAINED = new RegExp(
  String.raw`\b([A-Z]{2,5})\b[\s(=,:–-]{1,4}(?:(?:is|means)\s)?(${OFFSET})|(${OFFSET})[\s(=,:–-]{1,4}([A-Z]{2,5})\b`,
  "g",
);
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::\d{2})?(?: ?([ap])\.?m\.?)?`;
const BESIDE = String.raw`(?: ?\(| ?\/ ?|, )`;
/** "16:52 IST (11:22 UTC)", "11:22 UTC / 16:52 IST": one moment on two clocks. */
const TWO_CLOCKS = new RegExp(String.raw`(?<![\d:.])${CLOCK} ([A-Z]{2,5})${BESIDE}${CLOCK} ([A-Z]{2,5})\b`, "gi");
const REACH = 2000;

/**
 * Returns time zones next to times that are unknown or ambiguous. The text can explain them elsewhere. Others are asked
 * for, even if the text names another time zone for something else.
 */
export function readUnknownZones(entries: readonly Entry[], lines: readonly Line[]): void {
  const unzoned = entries.filter(({ stamp }) => stamp.clock !== null && stamp.zone === null);
  const named = unzoned.flatMap((entry) => {
    const abbreviation = BEHIND.exec(entry.text[0]?.slice(0, 20) ?? "")?.[1];
    return abbreviation && !WORDS.has(abbreviation) ? [{ entry, abbreviation }] : [];
  });
  const isZoned = named.length >= LEAST && named.length * 2 >= unzoned.length;
  const zoned = entries.filter(({ stamp }) => ABBREVIATION.test(stamp.zone?.written ?? ""));
  if (!isZoned && zoned.length === 0) return;
  const explained = explainedZones(lines.map(({ raw }) => raw));
  const tokenOf = (written: string) => explained.get(written) ?? null;
  for (const { stamp } of zoned) stamp.zone = tokenOf(stamp.zone?.written ?? "") ?? stamp.zone;
  for (const { entry, abbreviation } of isZoned ? named : []) {
    entry.text = [(entry.text[0] ?? "").replace(BEHIND, ""), ...entry.text.slice(1)];
    entry.stamp = {
      ...entry.stamp,
      statedText: `${entry.stamp.statedText} ${abbreviation}`,
      zone: tokenOf(abbreviation) ?? { kind: "several", choices: [], written: abbreviation },
    };
  }
}

/**
 * Returns how a text explains the abbreviations of time zones, in words or by one moment on two clocks. An abbreviation
 * explained twice differently is left out.
 */
export function explainedZones(texts: readonly string[]): Map<string, ZoneToken> {
  const told = [
    ...texts.flatMap((text) => toldByPlace(text.slice(0, REACH))),
    ...texts
      .filter((text) => /UTC|GMT/.test(text))
      .flatMap((text) => [...toldInWords(text.slice(0, REACH)), ...toldByClocks(text.slice(0, REACH))]),
  ];
  const named = Map.groupBy(told, ({ written }) => written);
  return new Map(
    [...named].flatMap(([name, [first, ...others]]) =>
      first?.kind === "zone" && others.every((other) => other.kind === "zone" && other.zone === first.zone)
        ? [[name, first] as const]
        : [],
    ),
  );
}

/** "IST (India)", "India Standard Time (IST)": the place of an abbreviation with several. */
function toldByPlace(text: string): ZoneToken[] {
  return Object.entries(AMBIGUOUS_ABBREVIATIONS).flatMap(([name, places]) =>
    places
      .filter(({ place }) => text.includes(name) && text.includes(place))
      .filter(({ place }) =>
        new RegExp(String.raw`\b${name}\s?[(,]\s?${place}|\b${place}n? Standard Time\b`).test(text),
      )
      .map(({ zone }): ZoneToken => ({ kind: "zone", zone, written: name })),
  );
}

function toldInWords(text: string): ZoneToken[] {
  return [...text.matchAll(EXPLAINED)].flatMap(([, before, offset = "", other = "", behind]) => {
    const zone = matchZone(offset || other, 0, false)?.token;
    const name = before ?? behind;
    return zone && name && !UTC.test(name) ? [{ ...zone, written: name }] : [];
  });
}

function toldByClocks(text: string): ZoneToken[] {
  return [...text.matchAll(TWO_CLOCKS)].flatMap(([, h1, m1, half1, one = "", h2, m2, half2, two = ""]) => {
    const [first, second] = [minutesOf(h1, m1, half1), minutesOf(h2, m2, half2)];
    if (UTC.test(one) === UTC.test(two) || first === null || second === null) return [];
    const [name, ahead] = UTC.test(two) ? [one, first - second] : [two, second - first];
    // No clocks are more than 14 hours ahead of UTC or more than 12 behind.
    const offset = ahead > 14 * 60 ? ahead - DAY_MINUTES : ahead < -HALF_DAY_MINUTES ? ahead + DAY_MINUTES : ahead;
    const written = `UTC${offset < 0 ? "-" : "+"}${clockOfMinutes(Math.abs(offset))}`;
    const zone = offset % 15 === 0 ? matchZone(written, 0, false)?.token : null;
    return zone && name === name.toUpperCase() ? [{ ...zone, written: name }] : [];
  });
}

const ABBREVIATION = /^(?!(?:UTC|GMT)$)[A-Z]{2,5}$/;
const UTC = /^(?:UTC|GMT)$/;

function minutesOf(hour = "", minute = "", half?: string): number | null {
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  return hours < 24 && Number(minute) < 60 ? hours * 60 + Number(minute) : null;
}
