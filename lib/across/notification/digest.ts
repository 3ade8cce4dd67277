import { countWords } from "#lib/base/text/sentence.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { latenessWords } from "#lib/follow/action-item/lateness.ts";

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

/** The word in front of a digest of one thing. */
const ONE = "Late: ";
const LINE = /^((?:ACT|REV)-[1-9]\d{0,8}) .*: (\d+ d late)$/;
const SUBJECT = /^Late: ((?:ACT|REV)-[1-9]\d{0,8}) .*, (\d+ d late)$/s;
const MORE = /^and \d+ more$/;
const UNREADABLE = "Something you may no longer read";

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
        ? `${ONE}${oldest.key} ${oldest.title}, ${latenessWords(oldest.daysLate)}`
        : `${countWords(late.length, "thing")} of yours are late, the oldest by ${countWords(oldest.daysLate, "day")}`,
    body: [...shown, ...more].join("\n"),
  };
}

/** Keys of the things that a digest names. */
export function keysOfDigest({ subject, body }: Digest): string[] {
  const [, first] = SUBJECT.exec(subject) ?? [];
  const keys = body.split("\n").flatMap((line) => LINE.exec(line)?.[1] ?? []);
  return first === undefined ? keys : [first, ...keys];
}

/** The digest for somebody who may still read the things of these keys; of the others it names neither key nor title. */
export function digestFor({ subject, body }: Digest, readable: ReadonlySet<string>): Digest {
  const [isOne, first = "", late = ""] = SUBJECT.exec(subject) ?? [];
  const isHidden = isOne ? !readable.has(first) : subject.startsWith(ONE);
  const lines = body.split("\n").flatMap((line) => {
    const [isThing, key = "", words = ""] = LINE.exec(line) ?? [];
    if (isThing) return readable.has(key) ? line : `${UNREADABLE}: ${words}`;
    return MORE.test(line) ? line : [];
  });
  return { subject: isHidden ? `${ONE}${UNREADABLE.toLowerCase()}, ${late}` : subject, body: lines.join("\n") };
}

/**
 * The day whose digest is due by the person's local time ("2026-11-25T07:15"), or null before the hour of it.
 * `lastDay` is the local day of the digest before; one a day.
 */
export function digestDay(localTime: string, lastDay: LocalDate | null): LocalDate | null {
  const day = localTime.slice(0, 10);
  return Number(localTime.slice(11, 13)) >= FROM_HOUR && (lastDay === null || lastDay < day) ? day : null;
}
