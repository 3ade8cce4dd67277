import { countWords } from "#lib/base/text/sentence.ts";
import type { AgendaItem, WorkItem } from "#lib/contract/me.ts";

/** An entry of the list of today. */
export interface DayEntry {
  title: string;
  href: string;
  note: string;
  /** When it started. Null: it has no time. */
  at: string | null;
  over: boolean;
}

interface Work {
  now: readonly WorkItem[];
  reviews: readonly WorkItem[];
  actions: readonly WorkItem[];
}

const TRIAGE: readonly WorkItem["kind"][] = ["action_to_triage"];
const DUE_SHOWN = 4;

/**
 * Returns what the day has, in its order: what is over, what has a time, meetings, proposals to triage, and what of
 * mine is due.
 */
export function dayEntries(agenda: readonly AgendaItem[], { now, reviews, actions }: Work, today: string): DayEntry[] {
  const timed = (item: AgendaItem) => (item.over ? 0 : item.at === null ? 2 : 1);
  const meetings = agenda.toSorted((one, other) => timed(one) - timed(other));
  const waiting = now.filter(({ kind }) => TRIAGE.includes(kind));
  const due = [...reviews, ...actions].filter(({ dueDate }) => dueDate === today);
  const more = due.length - DUE_SHOWN;
  const untimed = { at: null, over: false };
  return [
    ...meetings.map(({ title, href, note, at, over }) => ({ title, href, note, at, over })),
    ...(waiting[0]
      ? [{ ...untimed, title: "Triage of actions", href: waiting[0].href, note: waitingWords(waiting.length) }]
      : []),
    ...due.slice(0, DUE_SHOWN).map(({ key, title, href }) => ({ ...untimed, title, href, note: `${key}, due today` })),
    ...(more > 0 ? [{ ...untimed, title: `${more} more due today`, href: "/actions?view=mine", note: "" }] : []),
  ];
}

const waitingWords = (count: number) => `${countWords(count, "proposal")} to accept or decline.`;
