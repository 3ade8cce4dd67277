import { latenessWords } from "#lib/action-item/lateness.ts";
import type { LocalDate } from "#lib/calendar/local-date.ts";
import { countWords } from "#lib/text/sentence.ts";

/** Something of a person that is late, by the days on their own calendar. */
export interface LateThing {
  key: string;
  title: string;
  daysLate: number;
}

export interface Digest {
  subject: string;
  body: string;
}

const SHOWN = 20;
/** Hour of the day, in the person's own zone, from which their digest is written. */
const FROM_HOUR = 7;

/** What is late in one message, the most late first. null when nothing is. */
export function composeDigest(things: readonly LateThing[]): Digest | null {
  const late = things.filter(({ daysLate }) => daysLate > 0).sort((a, b) => b.daysLate - a.daysLate);
  const [oldest] = late;
  if (!oldest) return null;
  const shown = late.slice(0, SHOWN).map(({ key, title, daysLate }) => `${key} ${title}: ${latenessWords(daysLate)}`);
  const more = late.length > SHOWN ? [`and ${late.length - SHOWN} more`] : [];
  return {
    subject:
      late.length === 1
        ? `Late: ${oldest.key} ${oldest.title}, ${latenessWords(oldest.daysLate)}`
        : `${countWords(late.length, "thing")} of yours are late, the oldest by ${countWords(oldest.daysLate, "day")}`,
    body: [...shown, ...more].join("\n"),
  };
}

/**
 * The day whose digest is due by the person's local time ("2026-11-25T07:15"), or null before the hour of it.
 * `lastDay` is the local day of the digest before; one a day.
 */
export function digestDay(localTime: string, lastDay: LocalDate | null): LocalDate | null {
  const day = localTime.slice(0, 10);
  return Number(localTime.slice(11, 13)) >= FROM_HOUR && (lastDay === null || lastDay < day) ? day : null;
}
