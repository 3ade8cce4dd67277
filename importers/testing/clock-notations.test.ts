import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const NOTATIONS = [
  ..."10:32|10:32:|10:32 –|**10:32**:|`10:32`|[10:32]|(10:32)|~10:32|@10:32|→ 10:32|10:32Z|T10:32Z|10:32:05.123".split(
    "|",
  ),
  ..."10:32h|10:32hs|10:32 hrs|10:32 Uhr|10h32|10H32|10h32m|10 h 32|10.32|10.32:|**10.32**|10.32 Uhr|kl. 10.32".split(
    "|",
  ),
  ..."10'32|10’32|10：32|10_32|1032|1032:|1032Z|1032h|10:32am|10.32am|10.32 a.m.|at 10:32".split("|"),
];
const AT = ["03-01 10:32", "03-01 10:41", "03-01 10:55"];
/** In a table, where the number in a cell can count anything. */
const NO_CELL = new Set(["1032", "1032:", "1032h", "at 10:32"]);

const list = (shape: (clock: string) => string, notation: string) =>
  ["32", "41", "55"].map((minute) => shape(notation.replace("32", minute))).join("\n");
const text = (part: string) => `# Outage 2024-03-01\n\n## Timeline (UTC)\n\n${part}\n`;

describe("a clock at the start of a line of a timeline", () => {
  it.each(NOTATIONS)("can be written %s", (notation) => {
    expect(times(text(list((clock) => `- ${clock} words that tell`, notation)))).toEqual(AT);
    expect(times(text(list((clock) => `1. ${clock} words that tell`, notation)))).toEqual(AT);
    expect(times(text(list((clock) => `${clock} words that tell\n`, notation)))).toEqual(AT);
  });

  it.each(NOTATIONS.filter((one) => !NO_CELL.has(one)))("may be written %s in a table", (notation) => {
    const rows = list((clock) => `| ${clock} | words that tell |`, notation);
    expect(times(text(`| Time | What |\n|---|---|\n${rows}`))).toEqual(AT);
  });

  it("can have a full stop next to others with a colon, below lines with days", () => {
    const days =
      "25 August 2022\n\n11.07: Upgrade\n\n13.04: It failed\n\n5 September\n\n08.20: Another failure\n\n15:23: Data was lost\n\n15.56 JP began anew\n";
    expect(times(`# Outage\n\n## Timeline\n\n${days}`)).toEqual([
      "08-25 11:07",
      "08-25 13:04",
      "09-05 08:20",
      "09-05 15:23",
      "09-05 15:56",
    ]);
  });

  it.each([
    "- 10.32 percent of users\n- 3.41 of them lost",
    "- 4.12 was released\n- 3.30 was not\n- 2.10 was old\n- 1.05 is gone",
    "- 12.5 GB were written\n- 13.7 GB were read\n- 14.9 GB were lost",
    "- 10.32.1 was released\n- 10.41.2 was released\n- 10.55.3 was released",
    "- 10 users\n- 11 users\n- 12 users",
  ])("isn't found in the numbers in %j", (part) => {
    expect(times(text(part))).toEqual([]);
  });
});

describe("a time with a point and half of the day behind a date", () => {
  it.each([
    ["2017/12/11 2.30 p.m. UTC: found", "12-11 14:30"],
    ["2017-12-11 2.30 pm UTC: found", "12-11 14:30"],
    ["2017-12-11, 2.30 P.M.: found", "12-11 14:30"],
    ["2017/12/06 12.10 p.m. UTC: found", "12-06 12:10"],
    ["2017/12/06 12.10 a.m. UTC: found", "12-06 00:10"],
    ["11 December 2017 9.05 a.m. UTC - found", "12-11 09:05"],
    ["Dec 11, 2017 11.45p.m. UTC: found", "12-11 23:45"],
  ])("is read: %s", (line, at) => {
    const dated = line.replaceAll("2017", "2024");
    expect(times(`# Outage\n\n## Timeline (UTC)\n\n- ${dated} it\n- 2024-12-20 20:00 UTC: up again\n`)).toEqual([
      at,
      "12-20 20:00",
    ]);
  });
});
