import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/index.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { LANGUAGES, type Telling } from "./languages.ts";
import { SENTENCES } from "./sentences.ts";
import { SPOKEN_CLOCKS } from "./spoken-clocks.ts";

const MINUTES = [9 * 60 + 58, 10 * 60 + 2, 12 * 60 + 44, 15 * 60 + 10];
const [START = 0, , , END = 0] = MINUTES;
const DAY = { year: 2026, month: 3, day: 18 };
const plain = (minute: number): string => new Date(minute * 60_000).toISOString().slice(11, 16);

/** The times that are read, with their ends. A time on another day has it. */
function read(told: string, { title }: Telling): string[] {
  const { events } = parseSource(textInput(`# ${title}\n\n${told}\n`, "notes.md"), { zone: "UTC" });
  return events.map(({ at, endAt, ambiguity }) => {
    const time = at?.replace(/^2026-03-18T(\d\d:\d\d):.*/, "$1") ?? `asked for its ${ambiguity?.reason}`;
    return endAt ? `${time} to ${endAt.slice(11, 16)}` : time;
  });
}

const CASES = Object.entries(SENTENCES).flatMap(([language, { first, next, span }]) => [
  ...first.map((form) => ({ language, form, kind: "first" })),
  ...next.map((form) => ({ language, form, kind: "next" })),
  ...span.map((form) => ({ language, form, kind: "span" })),
]);

describe("a time told in a sentence is read", () => {
  it.each(CASES)("in $language: $form", ({ language, form, kind }) => {
    const telling = LANGUAGES[language] as Telling;
    const day = telling.longDay(DAY);
    const [opening = ""] = SENTENCES[language]?.first ?? [];
    const isBracketed = /[(（]\{t/u.test(form);
    for (const clock of (SPOKEN_CLOCKS[language] ?? []).slice(0, isBracketed ? 1 : undefined)) {
      const said = (minute: number) => clock(Math.floor(minute / 60), minute % 60);
      const fill = (words: string, at: number) => {
        const line = telling.lines[at] ?? "";
        const inside = language === "German" ? line : line.charAt(0).toLowerCase() + line.slice(1);
        const told = words
          .replace("{day}", day)
          .replace("{t}", said(MINUTES[at] ?? 0))
          .replace("{u}", said(END));
        return told.replace("{W}", line).replace("{w}", inside);
      };
      const text =
        kind === "next" ? [fill(opening, 0), ...[1, 2, 3].map((at) => fill(form, at))].join(" ") : fill(form, 0);
      const expected =
        kind === "first" ? [plain(START)] : kind === "next" ? MINUTES.map(plain) : [`${plain(START)} to ${plain(END)}`];
      expect([text, ...read(text, telling)]).toEqual([text, ...expected]);
    }
  });
});
