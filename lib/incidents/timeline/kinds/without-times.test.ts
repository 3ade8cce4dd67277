import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";
import { withoutTimes } from "./without-times.ts";

describe("a text without its times", () => {
  it.each([
    ["At about 9:25AM this morning, the hall was cut off", "the hall was cut off"],
    ["Between 2031-04-02 05:29 UTC and 2031-04-02 10:08 UTC there was a pause", "there was a pause"],
    ["On August 6th, at 15:07 UTC, we noticed loss", "we noticed loss"],
    ["On Sunday 8th, at 1h00 LT, our carrier spliced the cable", "our carrier spliced the cable"],
    ["From 8am to noon CET the region was down", "the region was down"],
    ["Starting 05/30 01:35 PDT, no machines were built", "no machines were built"],
    ["The line failed again at around 18:00 local time (16:00 UTC)", "The line failed again"],
    ["On November 5th ’24 we lost a relay around 11:00 GMT and moved", "we lost a relay and moved"],
    ["3 March 2031: the pump stops", "the pump stops"],
    ["Deployment completed at 4:16 p.m. ET on June 15, 2031", "Deployment completed"],
    ["The team saw it at ~11:50 a.m. ET on June 16, 2031 and rang", "The team saw it and rang"],
    ["Cause found ~12:30 p.m. CT", "Cause found"],
    ["Staff told at approximately 1:00 PM PT", "Staff told"],
    ["At ~07:55 UTC the pump stops", "the pump stops"],
    ["By midnight the queue was empty", "the queue was empty"],
  ])("leaves out the times of “%s”", (text, rest) => expect(withoutTimes(text)).toBe(rest));

  it.each([
    "Package 1.12.0 was released",
    "Raised the limit to 500",
    "Sundays are quiet",
    "It may take 10 hosts",
    "At 10:05",
    "2031-04-02",
  ])("unchanged: %s", (text) => expect(withoutTimes(text)).toBe(text));

  it("decides the kind", () => {
    const line = "all customers of the Lisbon region are offline";
    expect(guessKind(`On Sunday, 5 October 2031, at around 11:22 UTC, ${line}`)).toBe(guessKind(line));
  });
});
