import { type Day, isoDay, type Telling } from "./languages.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const twelve = (hour: number): number => hour % 12 || 12;

/** How a clock writes a minute of the day. */
export const CLOCKS: Record<string, (hour: number, minute: number) => string> = {
  "14:05": (hour, minute) => `${two(hour)}:${two(minute)}`,
  "14:05:09": (hour, minute) => `${two(hour)}:${two(minute)}:00`,
  "14.05": (hour, minute) => `${two(hour)}.${two(minute)}`,
  "14h05": (hour, minute) => `${two(hour)}h${two(minute)}`,
  "2:05 PM": (hour, minute) => `${twelve(hour)}:${two(minute)} ${hour < 12 ? "AM" : "PM"}`,
  "2:05pm": (hour, minute) => `${twelve(hour)}:${two(minute)}${hour < 12 ? "am" : "pm"}`,
  "2:05 p.m.": (hour, minute) => `${twelve(hour)}:${two(minute)} ${hour < 12 ? "a.m." : "p.m."}`,
  "~14:05": (hour, minute) => `~${two(hour)}:${two(minute)}`,
  "14:05h": (hour, minute) => `${two(hour)}:${two(minute)}h`,
  "14:05 hrs": (hour, minute) => `${two(hour)}:${two(minute)} hrs`,
  "14:05 Uhr": (hour, minute) => `${two(hour)}:${two(minute)} Uhr`,
  "14.05 Uhr": (hour, minute) => `${two(hour)}.${two(minute)} Uhr`,
  "kl. 14:05": (hour, minute) => `kl. ${two(hour)}:${two(minute)}`,
  "14时05分": (hour, minute) => `${hour}时${two(minute)}分`,
  "14点05分": (hour, minute) => `${hour}点${two(minute)}分`,
  "14時05分": (hour, minute) => `${hour}時${two(minute)}分`,
  "下午2:05": (hour, minute) => `${hour < 12 ? "上午" : "下午"}${twelve(hour)}:${two(minute)}`,
  午後2時05分: (hour, minute) => `${hour < 12 ? "午前" : "午後"}${hour % 12}時${two(minute)}分`,
  "14：05": (hour, minute) => `${two(hour)}：${two(minute)}`,
  "14:05:09.123": (hour, minute) => `${two(hour)}:${two(minute)}:00.123`,
  "1405": (hour, minute) => `${two(hour)}${two(minute)}`,
  "2:05P": (hour, minute) => `${twelve(hour)}:${two(minute)}${hour < 12 ? "A" : "P"}`,
  "@14:05": (hour, minute) => `@${two(hour)}:${two(minute)}`,
};

/** Where the text states the day. `stamp` writes it next to each time. */
export interface DayForm {
  title?: (telling: Telling, day: Day) => string;
  front?: (day: Day) => string;
  above?: (telling: Telling, day: Day) => string;
  label?: (day: Day) => string;
  stamp?: (time: string, day: Day, telling: Telling, at: number) => string;
}

const weekdayOf = ({ year, month, day }: Day, { weekdays }: Telling): string =>
  weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";

export const DAYS: Record<string, DayForm> = {
  nowhere: {},
  "the title": { title: ({ title, shortDay }, day) => `${title} ${shortDay(day)}` },
  "the title in words": { title: ({ title, longDay }, day) => `${title}, ${longDay(day)}` },
  "the title before its words": { title: ({ title }, day) => `${isoDay(day)} – ${title}` },
  "front matter": { front: (day) => `---\ndate: ${isoDay(day)}\n---\n\n` },
  "a heading": { above: ({ longDay }, day) => `### ${longDay(day)}\n\n` },
  "a heading with its weekday": {
    above: (telling, day) => `### ${weekdayOf(day, telling)}, ${telling.longDay(day)}\n\n`,
  },
  "a bold line": { above: ({ longDay }, day) => `**${longDay(day)}**\n\n` },
  "a line": { above: ({ shortDay }, day) => `${shortDay(day)}\n\n` },
  "a label": { title: ({ title }) => title, label: (day) => `**Date:** ${isoDay(day)}\n\n` },
  "a label of the incident": { label: (day) => `- Incident date: ${isoDay(day)}\n- Severity: 2\n\n` },
  "a table of labels": { label: (day) => `| | |\n|---|---|\n| Date | ${isoDay(day)} |\n| Severity | 2 |\n\n` },
  "a day's ordinal": { title: ({ title }, { day, year }) => `${title} on March ${day}th, ${year}` },
  "a British title": { title: ({ title }, { day, year }) => `${title} on Wednesday ${day} Mar ${year}` },
  "the year only in front matter": {
    front: (day) => `---\ndate: ${isoDay(day)}\n---\n\n`,
    above: (telling, day) => `### ${telling.longDay(day).replace(/(?:,| de|\.)? ?2026年?/, "")}\n\n`,
  },
  "the year only in the title": {
    title: (telling, day) => `${telling.title} (${telling.longDay(day)})`,
    stamp: (time, { month, day }) => `${two(month)}-${two(day)} ${time}`,
  },
  "each time in short": {
    stamp: (time, { day }) => `Mar ${day} ${time}`,
    title: ({ title }) => `${title}, March 2026`,
  },
  "each time with slashes": { stamp: (time, { day, month, year }) => `${month}/${day}/${year} ${time}` },
  "each time with T": { stamp: (time, day) => `${isoDay(day)}T${time}` },
  "each time with a comma": { stamp: (time, { day, year }) => `${day} March ${year}, ${time}` },
  "each time with its weekday": { stamp: (time, { day, year }) => `Wed, ${day} Mar ${year} ${time}` },
  "each time in brackets behind": { stamp: (time, day) => `${time} (${isoDay(day)})` },
  "the first time": { stamp: (time, day, _telling, at) => (at === 0 ? `${isoDay(day)} ${time}` : time) },
  "each time": { stamp: (time, day) => `${isoDay(day)} ${time}` },
  "each time as written there": { stamp: (time, day, { shortDay }) => `${shortDay(day)} ${time}` },
  "each time in words": { stamp: (time, day, { longDay }) => `${longDay(day)} ${time}` },
  "each time, behind it": { stamp: (time, day) => `${time} ${isoDay(day)}` },
};

/** Where the text states the time zone. */
export interface ZoneForm {
  stamp?: string;
  heading?: string;
  sentence?: boolean;
  column?: string;
  before?: string;
  label?: string;
  /** Minutes that a second clock next to it is ahead of UTC. */
  both?: number;
  /** Minutes that the written clock is ahead of UTC. */
  ahead?: number;
}

export const ZONES: Record<string, ZoneForm> = {
  "each time": { stamp: " UTC" },
  "each time in brackets": { stamp: " (UTC)" },
  "a Z": { stamp: "Z" },
  "an offset": { stamp: " (UTC+2)", ahead: 120 },
  "the heading": { heading: " (UTC)" },
  "a sentence": { sentence: true },
  "its column": { column: " (UTC)" },
  GMT: { stamp: " GMT" },
  CET: { stamp: " CET", ahead: 60 },
  PDT: { stamp: " PDT", ahead: -420 },
  "+01:00": { stamp: "+01:00", ahead: 60 },
  " +0100": { stamp: " +0100", ahead: 60 },
  "Europe/Berlin": { stamp: " Europe/Berlin", ahead: 60 },
  before: { before: "UTC " },
  "the heading without brackets": { heading: " - UTC" },
  "the heading in words": { heading: " (all times UTC)" },
  "the heading in CET": { heading: " (CET)", ahead: 60 },
  "a label": { label: "Timezone: UTC\n\n" },
  "an italic remark": { label: "*All times UTC*\n\n" },
  shown: { label: "Times shown are in UTC.\n\n" },
  "a note": { label: "(All timestamps in this document are UTC)\n\n" },
  Eastern: { label: "All times are Eastern (EDT).\n\n", ahead: -240 },
  "both zones": { stamp: " UTC", both: 60 },
  nowhere: {},
};
