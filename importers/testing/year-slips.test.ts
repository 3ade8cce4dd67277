import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

interface Doc {
  front?: string;
  title?: string;
  story?: string;
  head?: string;
  items?: string[];
  file?: string;
}

function read(doc: Doc): string[] {
  const { front, title = "Router failure", story = "", head = "Timeline" } = doc;
  const { items = ["08:45 UTC down", "09:07 UTC up"], file = "notes.md" } = doc;
  const top = front ? `---\ntitle: "${title}"\ndate: ${front}\n---\n` : `# ${title}\n`;
  return times(`${top}\n${story}\n\n## ${head}\n\n${items.map((one) => `- ${one}`).join("\n")}\n`, file).map((one) =>
    one.replace(/^\?.*/, "?"),
  );
}

const STORY_2033 = "At around 08:45 on March 5th, 2033 the router failed.";
const TOLD = ["03-05 08:45", "03-05 09:07"];
const ASKED = ["?", "?"];

describe("a mistyped year", () => {
  it.each<[string, Doc]>([
    ["a story, front matter and the file's name", { front: "2023-03-05", story: STORY_2033, file: "2023-03-05.md" }],
    [
      "a story, title and the file's name",
      { title: "Outage of 5 March 2023", story: STORY_2033, file: "2023-03-05.md" },
    ],
    [
      "a label, front matter and the file's name",
      { front: "2023-03-05", story: "**Date:** 2022-03-05", file: "2023-03-05.md" },
    ],
    ["five digits", { front: "2023-03-05", head: "Timeline, March 5, 20223" }],
  ])("gives way to the one that two places or more agree on: %s", (_what, doc) => {
    expect(read(doc)).toEqual(TOLD);
  });

  it.each<[string, Doc]>([
    ["a story and front matter", { front: "2023-03-05", story: STORY_2033 }],
    ["a story and a title", { title: "Outage of 5 March 2023", story: STORY_2033 }],
    [
      "last year's in a heading of January",
      { title: "Outage of January 5, 2023", head: "Timeline of January 5, 2022" },
    ],
    ["last year's in January, beside the file's name", { head: "Timeline of January 5, 2022", file: "2023-01-05.md" }],
    [
      "last year's in the times",
      { title: "Outage of 2023-01-05", items: ["2022-01-05 08:45 UTC down", "2022-01-05 09:07 UTC up"] },
    ],
    ["last year's in a label", { title: "Outage of 2023-01-05", story: "**Date:** 2022-01-05" }],
    ["a title and the file's name", { title: "Outage of 5 March 2024", file: "2023-03-05.md" }],
    ["a year after the posting", { story: "Posted Mar 09, 2023 - 10:00 UTC", head: "Timeline of March 5, 2024" }],
    ["a time after the writing", { front: "2023-03-09", items: ["2024-03-05 08:45 UTC down", "09:07 UTC up"] }],
    ["a heading of a year that cannot be", { front: "2023-03-05", head: "Timeline, March 8, 2203" }],
    [
      "a time past all other years",
      { story: "In May 1, 2021 we bought it.", title: "Outage", head: "Timeline of 5 March 2032" },
    ],
  ])("is asked where no two agree: %s", (_what, doc) => {
    expect(read(doc)).toEqual(ASKED);
  });

  it("that doesn't exist loses no line and moves no other", () => {
    expect(read({ front: "2023-03-05", items: ["2203-03-05 08:45 UTC down", "09:07 UTC up"] })).toEqual(["?"]);
  });

  it.each<[string, Doc, string[]]>([
    [
      "days before the new year",
      { front: "2023-01-05", items: ["2022-12-30 08:45 UTC down", "09:07 UTC up"] },
      ["12-30 08:45", "12-30 09:07"],
    ],
    [
      "an old cause",
      { title: "Outage of 2024-03-05", items: ["2021-06-01: introduced", "2024-03-05 08:45 UTC down"] },
      ["06-01", "03-05 08:45"],
    ],
    [
      "days after the writing began",
      { front: "2023-03-05", items: ["2023-03-07 08:45 UTC down", "09:07 UTC up"] },
      ["03-07 08:45", "03-07 09:07"],
    ],
    ["a plan for years to come", { title: "Outage of 2023-03-05", story: "The relay is due in 2030-01-01." }, TOLD],
  ])("is none: %s", (_what, doc, expected) => {
    expect(read(doc)).toEqual(expected);
  });

  it.each([
    ["in a story", STORY_2033, "5 March 2033"],
    ["in a story of several times", "On March 5th, 2033 at 08:45 it failed, and at 09:07 it was back.", "5 March 2033"],
    ["beside a time of a list", "## Timeline\n\n- March 5, 2033 08:45 UTC down", "March 5, 2033"],
  ])("is named in the question: %s", (_where, text, named) => {
    const { events } = parseSource(textInput(`---\ndate: 2023-03-05\n---\n\n${text}\n`), { zone: "UTC" });
    expect(events[0]?.ambiguity).toMatchObject({
      question: `Is the year of “${named}” right? The text next to it has another year.`,
    });
  });
});
