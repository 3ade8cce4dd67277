import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/index.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const WORDS = [
  "Checkout latency climbs",
  "Pager alert: queue is full",
  "Workers restarted on all nodes",
  "Queue is empty",
];
const TIMES = ["09:58", "10:02", "12:44", "13:10"];
const DAY = "2026-03-11";

type Entry = (time: string, words: string) => string;
const timeline = (entry: Entry, { title = "## Timeline", above = "", between = "\n" } = {}) =>
  `# Checkout outage ${DAY}\n\nPayments failed.\n\n${title}\n\n${above}${TIMES.map((time, at) =>
    entry(time, WORDS[at] ?? ""),
  ).join(between)}\n\n## Root cause\n\nA lock was never released.\n`;

const read = (text: string) =>
  parseSource(textInput(text, "notes.md"), {}).events.map(({ at, title }) => [
    at?.slice(0, 16) ?? "?",
    WORDS.find((words) => title.startsWith(words)) ?? title,
  ]);
const expected = TIMES.map((time, at) => [`${DAY}T${time}`, WORDS[at]]);

describe("one timeline in many forms has the same entries", () => {
  it.each<[string, Entry]>([
    ["underscores", (time, words) => `- _${time} UTC_ – ${words}`],
    ["two underscores", (time, words) => `- __${time} UTC__ ${words}`],
    ["underscores with the mark inside", (time, words) => `- __${time} UTC:__ ${words}`],
    ["underscores around a day and time", (time, words) => `- _${DAY} ${time} UTC_: ${words}`],
    ["a bold tag", (time, words) => `- <b>${time} UTC</b> – ${words}`],
    ["a strong tag with a class", (time, words) => `<strong class="t">${time} UTC</strong> – ${words}\n`],
    ["a code tag", (time, words) => `- <code>${time} UTC</code> ${words}`],
    ["a time tag", (time, words) => `- <time datetime="x">${time} UTC</time>: ${words}`],
    ["a tag inside bold", (time, words) => `- **<i>${time} UTC</i>** ${words}`],
  ])("with %s around the time", (_form, entry) => {
    expect(read(timeline(entry))).toEqual(expected);
  });

  it.each<[string, Entry]>([
    ["a colon", (time, words) => `- ${words}: ${time} UTC`],
    ["a dash", (time, words) => `- ${words} – ${time} UTC`],
    ["a bar", (time, words) => `- ${words} | ${time} UTC`],
    ["a dot", (time, words) => `- ${words} · ${time} UTC`],
    ["an arrow", (time, words) => `- ${words} -> **${time} UTC**`],
    ["a tab", (time, words) => `${words}\t${time} UTC`],
    ["brackets, without marks of a list", (time, words) => `${words} (${time} UTC)`],
    ["square brackets", (time, words) => `- ${words} [${time} UTC]`],
    ["a day and time", (time, words) => `- ${words} – 11 March 2026, ${time} UTC`],
    ["a wrapped line", (time, words) => `- ${words}\n  (${time} UTC)`],
    [
      "a line wrapped within the words",
      (time, words) => `1. ${words.replace(" ", " ")} for\n   customers: **${time} UTC**`,
    ],
  ])("with the time behind the words and %s", (_form, entry) => {
    expect(read(timeline(entry))).toEqual(expected);
  });

  it.each([
    ["a label", "**Timeline**"],
    ["a label as a tag", "<b>Timeline</b>"],
    ["a label with a colon", "Timeline:"],
    ["a heading of the same level", "### Timeline"],
  ])("with headings for the times below %s", (_form, title) => {
    const text = timeline((time, words) => `### ${time} UTC – ${words}\n\nSeen in the channel.\n`, { title });
    expect(read(text)).toEqual(expected);
  });

  it("with wrapped lines below a day in a list", () => {
    const text = timeline((time, words) => `  - ${words}\n    (${DAY} ${time} CET)`, {
      above: "- Wednesday, 11 March 2026\n",
    });
    expect(read(text).map(([, words]) => words)).toEqual(WORDS);
    expect(read(text)[0]?.[0]).toBe(`${DAY}T08:58`);
  });
});

describe("a text that only looks like it", () => {
  it.each([
    [
      "names with underscores",
      `# Outage ${DAY}\n\n## Timeline\n\n- 10:00 UTC job_at_10:05_utc failed\n- 10:20 UTC fixed\n`,
      2,
    ],
    [
      "code between fences",
      `# Outage ${DAY}\n\n\`\`\`\n_10:00 UTC_ x\n\`\`\`\n\n## Timeline\n\n- 10:00 UTC down\n- 10:20 UTC up\n`,
      2,
    ],
    [
      "a chat whose messages are below its names",
      "ann (10:42)\nslow again\nbo (10:44)\nlooking\ncy (10:45)\nme too",
      3,
    ],
    [
      "fields above a timeline",
      `# Outage\n\n- Start (UTC): ${DAY} 10:00 UTC\n- End (UTC): ${DAY} 11:00 UTC\n\n## Timeline (UTC)\n\n- 10:00 down\n- 10:30 rollback\n- 11:00 up\n`,
      3,
    ],
  ])("keeps its own entries: %s", (_what, text, count) => {
    expect(parseSource(textInput(text, "notes.md"), { zone: "UTC", date: DAY }).events).toHaveLength(count);
  });
});
