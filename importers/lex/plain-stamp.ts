import { onceAText } from "#lib/base/text/once-a-text.ts";
import { type Clock, isOf24Hours } from "./clock.ts";
import { type DateMatch, matchDate } from "./dates.ts";
import { EMPTY_STAMP, type Stamp } from "./stamp-type.ts";
import { matchZone, type ZoneToken } from "./zone-token.ts";

/** A date, a time and perhaps a time zone, and nothing else: what machines write into cells and logs. */
const PLAIN =
  /^(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})([T ])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC)|([+-]\d{2}:\d{2}))?$/;
const LONGEST = 48;

/** Returns the stamp that is the whole text, as `readStamp` would. Null for anything unusual. */
export function readPlainStamp(text: string): Stamp | null {
  const match = text.length <= LONGEST ? PLAIN.exec(text) : null;
  if (!match) return null;
  const [, day = "", joint, hour = "", minute = "", second, fraction = "", named, offset] = match;
  // Without seconds or a T before the time, it could be the end of a range.
  if (offset && joint === " " && second === undefined) return null;
  const zoneText = named ?? offset;
  const date = wholeDate(day);
  const zone = zoneText ? wholeZone(zoneText) : null;
  const clock = plainClock(hour, minute, second, fraction);
  if (!date || !clock || (zoneText && !zone)) return null;
  return { ...EMPTY_STAMP, statedText: text, textStart: text.length, date, clock, zone };
}

function plainClock(
  hourText: string,
  minuteText: string,
  secondText: string | undefined,
  fraction: string,
): Clock | null {
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  const second = secondText === undefined ? null : Number(secondText);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null;
  return {
    hour,
    minute,
    second,
    fraction,
    meridiem: null,
    is24: isOf24Hours(hour, hourText),
    hourOnly: false,
  };
}

/** Neighbours share their date and time zone, so each is read once. */
const wholeDate = onceAText(1000, (text): DateMatch | null => {
  const date = matchDate(text, 0);
  return date && date.end === text.length && date.kind !== "impossible" ? date : null;
});
const wholeZone = onceAText(1000, (text): ZoneToken | null => {
  const zone = matchZone(text, 0);
  return zone && zone.end === text.length ? zone.token : null;
});
