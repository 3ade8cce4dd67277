import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/index.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { CLOCKS, DAYS, ZONES } from "./forms.ts";
import { FRAMES } from "./frames.ts";
import { LANGUAGES } from "./languages.ts";
import { LAYOUTS } from "./layouts.ts";
import { type Form, retell, STORIES } from "./retell.ts";

const PLAIN: Form = {
  ...{ layout: "a dash list", clock: "14:05", day: "the title", zone: "each time", language: "English" },
  ...{ frame: "Markdown", story: "one day" },
};
const names = (forms: Record<string, unknown>): string[] => Object.keys(forms).filter((name) => name !== "nowhere");
const at = (list: readonly string[], index: number): string => list[index % list.length] ?? "";

const TABLE = /table|grid/;
const PROSE = /sentences/;
const QUOTED = /quot|code/;
const HTML = /HTML|divs/;
const BEHIND = /words before|last/;

/** Returns whether people write these forms together, and leave no doubt by it. */
function areTogether({ layout, clock, day, zone, frame, language }: Form): boolean {
  const isBesideDay = day.startsWith("each time") || day === "the first time";
  const isOtherHead = frame === "only a title" || frame === "another heading";
  const isEastern = /[时点時午]/u.test(clock);
  const isLetterBehind = /Uhr|h$|hrs|P|[ap]m|m\.|14h/.test(clock) || isEastern;
  if (frame === "HTML" && !HTML.test(layout)) return false;
  if (frame === "HTML" && day === "a table of labels") return false;
  if (isOtherHead && (zone.startsWith("the heading") || QUOTED.test(layout))) return false;
  if (zone === "its column" && !(TABLE.test(layout) && /wide|people|numbers|durations|HTML|grid/.test(layout)))
    return false;
  if (isEastern !== (language === "Chinese" || language === "Japanese") && isEastern) return false;
  if (clock === "1405" && (isBesideDay || !/a wide|people|durations/.test(layout) || /[+Z]|before|both/.test(zone)))
    return false;
  // A point alone can be in a number.
  if (clock === "14.05" && (isOtherHead || isBesideDay || /headings|breaks|HTML|sentences|signs/.test(layout)))
    return false;
  if (clock === "14.05" && (BEHIND.test(layout) || QUOTED.test(layout) || /before|both/.test(zone))) return false;
  if (day === "each time with T" && (!/^14[:：]05/u.test(clock) || zone === "before")) return false;
  if (/^(?:@|kl)/.test(clock) && (isBesideDay || zone === "before")) return false;
  if (PROSE.test(layout) && (isBesideDay || /^[@k]/.test(clock) || language !== "English")) return false;
  if (isLetterBehind && (zone === "a Z" || /^ ?\+/.test(zone))) return false;
  if (BEHIND.test(layout) && language === "Chinese") return false;
  if (layout === "times alone above paragraphs" && (isOtherHead || frame === "labels")) return false;
  if (zone === "a Z" && (clock === "14.05" || day === "each time, behind it")) return false;
  return true;
}

/** Returns how the reading of one form differs from the story. */
function misread(form: Form): string[] {
  const { text, entries } = retell(form);
  const { events } = parseSource(textInput(text, "notes.md"), {});
  const isLoose = PROSE.test(form.layout) || BEHIND.test(form.layout);
  const plain = (words: string) => words.replace(/[.:;]$/, "").toLowerCase();
  const read = events.map(({ at: time, title, ambiguity }) => ({
    time: time?.slice(0, 16) ?? `asked for its ${ambiguity?.reason}`,
    title: plain(title),
  }));
  const lost = entries.flatMap(([time, words]) => {
    const own = read.find(({ title }) => (isLoose ? title.includes(plain(words)) : title === plain(words)));
    return own?.time === time ? [] : [`${time} ${words}: ${own?.time ?? "not read"}`];
  });
  const more = read.length > entries.length ? [`${read.length} events`] : [];
  return lost.length + more.length === 0 ? [] : [JSON.stringify(form), ...lost, ...more];
}

/** Returns every layout with every other clock. The other forms take turns, so nearly every two of them meet. */
function formsOf(layout: string): Form[] {
  const number = names(LAYOUTS).indexOf(layout);
  const clocks = names(CLOCKS);
  return clocks
    .map((clock, turn) => ({
      layout,
      clock,
      day: at(names(DAYS), number * 5 + turn * 7),
      zone: at(names(ZONES), number * 3 + turn * 5),
      language: at(names(LANGUAGES), number + turn * 3),
      frame: at(names(FRAMES), number * 2 + turn * 5),
      story: at(names(STORIES), number + turn),
    }))
    .filter((form, turn) => (turn + number) % 2 === 0 && areTogether(form));
}

describe("one story told in many forms has the same events", () => {
  it.each(names(LAYOUTS))("as %s", (layout) => {
    expect(formsOf(layout).flatMap(misread)).toEqual([]);
  });

  it.each(
    [
      ...names(DAYS).flatMap((day) => names(FRAMES).map((frame): Form => ({ ...PLAIN, day, frame }))),
      ...names(DAYS).flatMap((day) => names(ZONES).map((zone): Form => ({ ...PLAIN, day, zone }))),
      ...names(DAYS).flatMap((day) => names(STORIES).map((story): Form => ({ ...PLAIN, day, story }))),
      ...names(ZONES).flatMap((zone) => names(FRAMES).map((frame): Form => ({ ...PLAIN, zone, frame }))),
    ].filter(areTogether),
  )("with its day told by $day, its zone by $zone in $frame, $story", (form) => {
    expect(misread(form)).toEqual([]);
  });
});

describe("what no form tells is asked for", () => {
  it.each(names(LAYOUTS))("the day and the zone of %s", (layout) => {
    for (const form of [
      { ...PLAIN, layout, day: "nowhere" },
      { ...PLAIN, layout, zone: "nowhere" },
    ]) {
      const { events } = parseSource(textInput(retell(form).text, "notes.md"), {});
      expect(events.filter((event) => event.at !== null)).toEqual([]);
    }
  });
});
