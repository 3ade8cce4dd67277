import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC", date: "2021-11-04" }).events.map(({ at, title }) => [
    at?.slice(11, 16),
    title,
  ]);

const TIMES = ["08:41", "09:50", "10:06", "15:00"];
const TEXTS = [
  "We had to switch to our backup mail server.",
  "Some vendors deferred accepting our emails.",
  "We assigned the address to the second server.",
  "All confirmation emails were sent.",
];
const EXPECTED = TIMES.map((time, at) => [time, TEXTS[at]]);
const INTRO = "The virtual machine with the mail server was lost.\nNobody noticed that in time.\n";
const full = (time: string) => `2021.11.04 ${time}:00 UTC`;
/** Times above their texts, without a blank line. */
const above = (shape: (time: string) => string, texts: readonly string[] = TEXTS) =>
  texts.map((text, at) => `${shape(TIMES[at] ?? "")}\n${text}\n`).join("");
/** Times below their texts. */
const below = (shape: (time: string) => string, order: readonly number[] = [0, 1, 2, 3]) =>
  order.map((at) => `${TEXTS[at]}\n${shape(TIMES[at] ?? "")}\n`).join("");

describe("times alone on lines below an introduction", () => {
  it.each([
    `${INTRO}Please see a timeline report :\n${above(full)}`,
    `${INTRO}Please see a timeline report :\n${above((time) => `${full(time)}.`)}`,
    `${INTRO}This is what happened:\n${above((time) => `${time} UTC`)}`,
    `${INTRO}Timeline\n${above(full)}`,
    `${INTRO}Der Ablauf:\n${above((time) => `04.11.2021 ${time} UTC`)}`,
    `${INTRO}Voici le déroulement :\n${above((time) => `**${full(time)}**`)}`,
    `${INTRO}${above(full)}`,
    `${INTRO}${above((time) => `${time} UTC:`)}`,
    `${INTRO}${TEXTS.map((text, at) => `${["28 June", "29 June", "3 July", "8 July"][at]} ${TIMES[at]} UTC\n${text}\n`).join("")}`,
    `${INTRO}Timeline (UTC):\n${above((time) => `(${time})`)}`,
    `# Lost mails\n\n${INTRO}Please see below:\n${above(full)}\n## Root cause\n\nA disk was full.\n`,
    `${INTRO}経緯は以下のとおりです。\n${above((time) => `2021年11月4日 ${time}`)}`,
  ])("are each given the text below: %j", (text) => {
    expect(read(text)).toEqual(EXPECTED);
  });

  it("keep further lines with the time above them", () => {
    const texts = TEXTS.map((text) => `${text}\nIt took a while to see the effect of that.`);
    const { events } = parseSource(textInput(`${INTRO}Please see below:\n${above(full, texts)}`, "notes.md"), {});
    expect(events.map(({ title }) => title)).toEqual(TEXTS);
    expect(events.every(({ body }) => body.includes("It took a while"))).toBe(true);
  });

  it("can go from new to old", () => {
    const list = [3, 2, 1, 0].map((at) => `${full(TIMES[at] ?? "")}\n${TEXTS[at]}\n`).join("");
    expect(read(`${INTRO}Newest first:\n${list}`)).toEqual(EXPECTED.toReversed());
  });
});

describe("times alone on lines below their texts", () => {
  it.each([
    below(full),
    `${below(full)}\nWe are sorry for the trouble.\n`,
    `${below(full)}We are sorry for the trouble.\n`,
    `${below(full)}Thank you for your patience.\n`,
    `${below(full)}This incident affected: the mail servers.\n`,
    below((time) => `${time} UTC`),
  ])("are each given the text above: %j", (text) => {
    expect(read(text)).toEqual(EXPECTED);
  });

  it("are so on a page with the newest post first", () => {
    const text = `${below(full, [3, 2, 1, 0])}Past incidents are in the archive.\n`;
    expect(read(text)).toEqual(EXPECTED.toReversed());
  });
});
