import { describe, expect, it } from "vitest";
import { openBreaks } from "./line-breaks.ts";

const linesOf = (text: string) => openBreaks(text)?.text.split("\n").length;

describe("a break within a line", () => {
  it.each([
    "We investigate.<br /><br />**Update: 18:52** We found it.",
    "We investigate.<br>**Update 18:52** We found it.",
    "We investigate.<br/>Update: 18:52 We found it.",
    "We investigate. <br> *Update: 18:52* We found it.",
    "We investigate.<br>**Updated: 18:52** We found it.",
    "We investigate.<br>**Updated 18:52 UTC** We found it.",
    "We investigate.<br>update: 6:52 pm - We found it.",
    "We investigate.<br><br>[Update: 18:52] We found it.",
    "We investigate.<br />**Update: 2020-05-24 18:52** We found it.",
    "- We investigate.<br>**Update: 18:52** We found it.",
  ])("ends the line before an update with its time: %s", (text) => expect(linesOf(text)).toBe(2));

  it.each([
    "We investigate.<br>Update: we found it at 18:52.",
    "We investigate.<br>**Update 2** We found it.",
    "We investigate.<br>Update: 18 servers are back.",
    "| We investigate.<br>Update: 18:52 We found it. |",
  ])("doesn't before other words: %s", (text) => expect(linesOf(text)).toBe(1));
});
