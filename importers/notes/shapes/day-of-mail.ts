import { resolveDay } from "#importers/lex/day-number.ts";
import { sentAt } from "../lines/mail-head.ts";
import type { Prose } from "../lines/prose.ts";
import { dayCounted } from "./days-of-writing.ts";

const OPENING_LENGTH = 300;

/**
 * Returns the day that words in a mail count from when it was sent: "The outage yesterday". Null if they count several,
 * undefined without such words or a mail.
 */
export function dayOfMail(prose: readonly Prose[]): number | null | undefined {
  const [sent] = prose.flatMap(({ place, text }) => (place === "elsewhere" ? (sentAt(text) ?? []) : []));
  if (!sent) return undefined;
  const told = prose.filter(({ place }) => place === "title" || place === "timeline" || place === "story");
  const days = told.flatMap(({ text }) => {
    const day = dayCounted(text.slice(0, OPENING_LENGTH), sent.day);
    return day ? (resolveDay(day, null) ?? []) : [];
  });
  const [first] = days;
  return days.every((day) => day === first) ? first : null;
}
