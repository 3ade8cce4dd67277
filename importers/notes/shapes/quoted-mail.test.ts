import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";

const STORY = [
  "Hi,",
  "",
  "At 05:00 UTC 2016-04-16 an update stopped the mirror list.",
  "",
  "By 08:11 UTC 2016-04-16 I rolled it back.",
  "",
  "- We will test it better",
];
const TOLD = ["04-16 05:00", "04-16 08:11"];
const quote = (lines: readonly string[]) => lines.map((line) => `> ${line}`.trim());

const INTROS = [
  "On 16/04/16 10:09, Kim Sol wrote:",
  "On Sat, Apr 16, 2016 at 10:09 AM, Kim <k@example.com> wrote:",
  "Am 16.04.16 um 10:09 schrieb Kim Sol:",
  "Le 16/04/2016 à 10:09, Kim Sol a écrit :",
  "El 16/04/2016 a las 10:09, Kim Sol escribió:",
  "Il giorno 16 aprile 2016 10:09, Kim Sol ha scritto:",
  "Em 16/04/2016 10:09, Kim Sol escreveu:",
  "Op 16-04-16 om 10:09 schreef Kim Sol:",
  "Den 16.04.2016 10:09, skrev Kim Sol:",
  "W dniu 16.04.2016 o 10:09, Kim Sol napisał(a):",
];

describe("a mail that only adds something to the quoted one", () => {
  it.each(INTROS)("%s: the times of the quoted mail are read, not when it was sent", (intro) => {
    expect(times(["Thanks to all who helped.", "", intro, ...quote(STORY)].join("\n"))).toEqual(TOLD);
    expect(times(["Thanks to all who helped.", "", intro, "", ...quote(STORY), "-- ", "Kim"].join("\n"))).toEqual(TOLD);
  });

  it.each(INTROS)("%s: the same in one line, as a page joined it", (intro) => {
    expect(times(`Thanks to all who helped. ${[intro, ...quote(STORY)].join(" ")}`)).toEqual(TOLD);
  });

  it("with times of its own, the quoted one is only context", () => {
    const own = "- 2016-04-16 09:00 UTC All is well\n- 2016-04-16 09:30 UTC We close this";
    expect(times([own, "", INTROS[0], ...quote(STORY)].join("\n"))).toEqual(["04-16 09:00", "04-16 09:30"]);
  });

  it("a quotation without a mail's head stays a quotation", () => {
    expect(times(["The vendor wrote:", "", ...quote(STORY)].join("\n"))).toEqual([]);
  });
});
