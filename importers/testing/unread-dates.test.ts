import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const listed = (item: string, head = "**Дата**: 2026-01-29") => times(`# Отчёт\n\n${head}\n\n## Timeline\n\n${item}\n`);

describe("a day and a month with points before a time", () => {
  it.each([
    ["- 28.01, ~06:00 - Запущен процесс"],
    ["- 28.01 06:00 - Запущен процесс"],
    ["- 28.01. 06:00 Prozess gestartet"],
    ["- 28.1. 6:00 Prozess gestartet"],
    ["- 28. 01. 06:00 proces spuštěn"],
    ["- 28.01 в 06:00 запущен процесс"],
    ["- 28.01., около 06:00: запущен процесс"],
    ["- 28.01 um 06:00 Uhr Prozess gestartet"],
    ["- Am 28.01. gegen 6 Uhr Prozess gestartet"],
    ["- 28.01 ca. 06:00 process started"],
    ["- le 28.01 à 6h : processus lancé"],
    ["- 28.01, vers 6h05 : processus lancé"],
    ["- 28.01 - 06:00 - process started"],
    ["- 28.01: 06:00 process started"],
    ["- (28.01) 06:00 process started"],
    ["- **28.01** 06:00 process started"],
    ["- 28/01, ~06:00 - process started"],
    ["- 28/01 vers 06:00 : processus lancé"],
    ["- Jan 28, ~06:00 - process started"],
    ["- Jan 28 etwa 06:00 - process started"],
  ])("is the day of %s", (item) => {
    expect(listed(item)).toEqual([expect.stringMatching(/^01-28 06:0[05]$/)]);
  });

  it.each([
    ["- 10.05 - 11:00 - process started"],
    ["- On 28·01 at about 06:00 the process started"],
    ["- 28·01 06:00 - process started"],
    ["- 28.XI, 06:00 - process started"],
    ["- 28_01 06:00 - process started"],
    ["- the 28th, 06:00 - process started"],
    ["- 31.02, 06:00 - process started"],
    ["- 28\\01 ~06:00 - process started"],
  ])("is asked for where it isn't read: %s", (item) => {
    expect(listed(`${item}\n- 07:00 - second`)).toEqual(["? date"]);
  });

  it("has the order of the text's language", () => {
    expect(listed("- 03.02, 06:00 - Запущен процесс и не был остановлен на сервере")).toEqual(["02-03 06:00"]);
    expect(times("# Report\n\n2026-09-09\n\n## Timeline\n\n- 03.02, 06:00 - the process was started\n")).toEqual([
      "? date",
    ]);
  });
});

describe("a date before a time that isn't understood", () => {
  const two = fc.integer({ min: 1, max: 31 }).map((one) => String(one).padStart(2, "0"));
  const one = fc.integer({ min: 1, max: 31 }).map(String);
  const sign = fc.constantFrom(".", "/", "-", "·", "\\", "_", ". ", " / ", "|", "–");
  const month = fc.constantFrom("Jan", "January", "января", "janvier", "I", "XI", "gennaio", "stycznia");
  const token = fc.oneof(
    fc.tuple(fc.oneof(one, two), sign, fc.oneof(one, two)).map((parts) => parts.join("")),
    fc.tuple(two, sign, month).map((parts) => parts.join("")),
    fc.tuple(two, sign, two, sign, two).map((parts) => parts.join("")),
    fc.tuple(month, fc.constantFrom(" ", "-", "/", " the "), one).map((parts) => parts.join("")),
    one.map((day) => `${day}th`),
    one.map((day) => `the ${day}th`),
  );
  const joint = fc.constantFrom(
    " ",
    ", ",
    " ~",
    ", ~",
    ": ",
    " - ",
    " at ",
    " um ",
    " в ",
    ", около ",
    " (",
    "; ",
    " → ",
  );

  it("never gives its time the day of the text", () => {
    fc.assert(
      fc.property(token, joint, (date, gap) => {
        const found = times(
          `# Report\n\n**Date**: 2027-12-30\n\n## Timeline\n\n- ${date}${gap}06:41 - started\n- 06:52 up\n`,
        );
        // A date that is read as another form of 30 December is that day.
        const isOwn = /30/.test(date) && /12|dec/i.test(date);
        return isOwn || found.every((time) => !time.startsWith("12-30"));
      }),
      { numRuns: 400 },
    );
  });
});

it.each(["01.07. 01 06:41", "01.07. 27, 06:41", "1.7. 26 um 06:41", "01.07. 26, около 06:41", "01.07. 26 ~06:41"])(
  "a short year behind a blank is asked for: %s",
  (stamp) => {
    const text = `# Report\n\n**Date**: 2027-12-30\n\n## Timeline\n\n- ${stamp} - started\n- 06:52 up\n`;
    expect(times(text).some((time) => time.startsWith("12-30"))).toBe(false);
  },
);

describe("the number of a chapter", () => {
  it.each([
    ["## 2.1. Ziel\n\nText.\n\n## 2.2. Timeline\n\n- 06:00 down\n- 07:00 up", ["01-29 06:00", "01-29 07:00"]],
    ["# 2. Problem\n\nText.\n\n## 2.2. Ablauf der Störung\n\n- 06:00 down\n- 07:00 up", ["01-29 06:00", "01-29 07:00"]],
    ["### 2.2. Ablauf der Störung\n\n- 06:00 down\n- 07:00 up", ["? date", "? date"]],
    ["### 28.1. Ablauf der Störung\n\n- 06:00 down\n- 07:00 up", ["? date", "? date"]],
    ["### 28.1.\n\n- 06:00 down\n- 07:00 up", ["01-28 06:00", "01-28 07:00"]],
  ])("isn't a day: %j", (text, expected) => {
    expect(times(`# Report\n\n**Date**: 2026-01-29\n\n${text}\n`)).toEqual(expected);
  });
});

describe("two times that are both inexact", () => {
  const spans = (line: string) =>
    parseSource(textInput(`# 障害報告 2024-10-07\n\n## Timeline\n\n- ${line}\n- 15:00 確認\n`, "notes.md"), {
      zone: "UTC",
    })
      .events.slice(0, 1)
      .map(({ at, endAt, precision }) => [at?.slice(11, 16), endAt?.slice(11, 16), precision]);

  it.each([
    ["10時31分ごろ ~ 13時48分ごろ 障害"],
    ["10時31分頃〜13時48分頃 障害"],
    ["10時31分ごろ～13時48分 障害"],
    ["10:31頃 - 13:48頃 障害"],
    ["10時31分ごろから13時48分ごろまで障害"],
    ["10:31경 ~ 13:48경 장애"],
    ["10:31左右 - 13:48 故障"],
  ])("are a span: %s", (line) => {
    expect(spans(line)).toEqual([["10:31", "13:48", "approx"]]);
  });

  it("is a span with a tilde between blanks, and not with one before a time", () => {
    expect(spans("10:31 ~ 13:48 down")).toEqual([["10:31", "13:48", "minute"]]);
    expect(spans("10:31 ~13:48 down")[0]?.[1]).toBeUndefined();
  });
});

describe("fields with a day alone next to fields with a time", () => {
  it.each([
    ["Non-compliance start date", "Non-compliance identified date", "Non-compliance end date"],
    ["Issue start date", "Detected", "Resolved"],
    ["Misissuance began", "Identified", "Fixed"],
  ])("are entries: %s", (...[start, found, end]) => {
    const text = `# Report\n\n## Timeline summary\n\n- ${start}: 2025-03-31\n- ${found}: 2025-05-02 15:04 UTC\n- ${end}: 2025-05-02 18:43 UTC\n`;
    expect(times(text)).toEqual(["03-31", "05-02 15:04", "05-02 18:43"]);
  });

  it("aren't if the field is about the report", () => {
    const text =
      "## Timeline\n\n- Report date: 2025-03-31\n- Detected: 2025-05-02 15:04 UTC\n- Fixed: 2025-05-02 18:43 UTC\n";
    expect(times(text)).toEqual(["05-02 15:04", "05-02 18:43"]);
  });
});

describe("times between a title and a sentence", () => {
  const story = (...parts: [string, string, string][]) =>
    parseSource(textInput(`Our links failed.\nThis is how we handled it.\n${parts.flat().join("\n")}\n`, "notes.md"), {
      zone: "UTC",
    }).events.map(({ at, title }) => [at?.slice(5, 16), title]);

  it("are those of the sentence below them", () => {
    expect(
      story(
        ["Immediate Detection (Hour 0–2)", "December 8, 2025 – 20:51 GMT", "The carrier detected a service impact."],
        ["Rapid Dispatch (Hours 2–8)", "December 8, 2025 – 22:30 GMT", "Crews were sent to the site."],
      ),
    ).toEqual([
      ["12-08T20:51", "The carrier detected a service impact."],
      ["12-08T22:30", "Crews were sent to the site."],
    ]);
  });

  it("are those of a sentence above them otherwise", () => {
    expect(
      story(
        ["Identified", "The cause was found.", "Dec 8, 2025 - 21:51 UTC"],
        ["Investigating", "We are looking into it.", "Dec 8, 2025 - 20:51 UTC"],
      ).map(([at]) => at),
    ).toEqual(["12-08T21:51", "12-08T20:51"]);
  });
});
