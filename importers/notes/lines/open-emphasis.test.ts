import { describe, expect, it } from "vitest";
import { openEmphasis } from "./open-emphasis.ts";

describe("tags and underscores around times", () => {
  it.each([
    ["<b>10:02 UTC</b> – It fell", "**10:02 UTC** – It fell"],
    ["<strong class='t'>10:02</strong> It fell", "**10:02** It fell"],
    ["<code>10h02</code>: it fell", "**10h02**: it fell"],
    ["_10:02 UTC_ it fell", "*10:02 UTC* it fell"],
    ["__10:02__ it fell", "**10:02** it fell"],
    ["- <time>10.02</time> It fell", "- **10.02** It fell"],
    ["<b>Timeline</b>", "**Timeline**"],
    ["## <strong>Timeline</strong>:", "## **Timeline**:"],
  ])("are stars: %s", (text, expected) => {
    expect(openEmphasis(text)).toEqual({ text: expected, lines: [1] });
  });

  it.each([
    "10:02 it fell",
    "10:02 <b>db</b> fell",
    "10:02 job_10_20 fell",
    "my_10:02_file fell",
    "_a word_ fell",
    "```\n<b>10:02</b>\n```",
    `_${"_10:02 ".repeat(1000)}`,
  ])("are left elsewhere: %j", (text) => {
    expect(openEmphasis(text)).toBeNull();
  });

  it("keep the lines of the text", () => {
    expect(openEmphasis("Outage\r\n\r\n<b>10:02</b> It fell\n10:05 Over")).toEqual({
      text: "Outage\n\n**10:02** It fell\n10:05 Over",
      lines: [1, 2, 3, 4],
    });
  });
});
