import { CLOCKS, DAYS, type DayForm, ZONES, type ZoneForm } from "./forms.ts";
import { FRAMES } from "./frames.ts";
import { type Day, LANGUAGES, type Telling } from "./languages.ts";
import { LAYOUTS, type Row } from "./layouts.ts";

/** One way to tell the story, by the names of its forms. */
export interface Form {
  layout: string;
  clock: string;
  day: string;
  zone: string;
  language: string;
  frame: string;
  story: string;
}

interface Told {
  text: string;
  /** Each entry's minute in UTC and words. */
  entries: [string, string][];
}

const START: Day = { year: 2026, month: 3, day: 18 };
/** Minutes in UTC since the start of the day. */
export const STORIES: Record<string, readonly number[]> = {
  "one day": [9 * 60 + 58, 10 * 60 + 2, 12 * 60 + 44, 15 * 60 + 10],
  "over midnight": [21 * 60 + 58, 22 * 60 + 2, 24 * 60 + 44, 25 * 60 + 50],
  early: [7 * 60 + 3, 7 * 60 + 21, 7 * 60 + 22, 8 * 60],
};

const shifted = ({ year, month, day }: Day, minute: number): Date =>
  new Date(Date.UTC(year, month - 1, day, 0, minute));
const dayOf = (at: Date): Day => ({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() });

export function retell(form: Form): Told {
  const telling = LANGUAGES[form.language] as Telling;
  const write = CLOCKS[form.clock] as (typeof CLOCKS)[string];
  const said = DAYS[form.day] as DayForm;
  const zone = ZONES[form.zone] as ZoneForm;
  const layout = LAYOUTS[form.layout] as (typeof LAYOUTS)[string];
  const frame = FRAMES[form.frame] as (typeof FRAMES)[string];
  const minutes = STORIES[form.story] ?? [];
  const local = minutes.map((minute) => shifted(START, minute + (zone.ahead ?? 0)));
  const clock = (at: Date) => write(at.getUTCHours(), at.getUTCMinutes());
  const rows = telling.lines.map((words, index): Row => {
    const at = local[index] as Date;
    const beside = zone.both === undefined ? "" : ` (${clock(new Date(at.getTime() + zone.both * 60_000))} CET)`;
    const time = `${zone.before ?? ""}${clock(at)}${zone.stamp ?? ""}${beside}`;
    return { time: said.stamp?.(time, dayOf(at), telling, index) ?? time, words };
  });
  const day = dayOf(local[0] as Date);
  const framed = { ...telling, timeHead: `${telling.timeHead}${zone.column ?? ""}` };
  const list = [
    zone.label ?? "",
    zone.sentence ? `${telling.allTimes}\n\n` : "",
    said.above?.(telling, day) ?? "",
    layout(rows, framed),
  ].join("");
  const parts = {
    title: said.title?.(telling, day) ?? telling.title,
    label: said.label?.(day) ?? "",
    timeline: `${telling.timeline}${zone.heading ?? ""}`,
    list,
    cause: telling.cause,
  };
  return {
    text: `${said.front?.(day) ?? ""}${frame(parts, telling)}`,
    entries: telling.lines.map((words, index) => [
      shifted(START, minutes[index] ?? 0)
        .toISOString()
        .slice(0, 16),
      words,
    ]),
  };
}
