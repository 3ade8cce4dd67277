import { describe, expect, it } from "vitest";
import { eventOfReject, mayBecomeEvent } from "./event-of-reject.ts";

const of = (text: string, line = 3) => ({ line, text, reason: "25:10 isn't a time of day." });

describe("a rejected row that is given a time", () => {
  it.each([
    ["25:10 all queues under 100", "25:10", "all queues under 100"],
    ["- 25:10 – all queues under 100", "25:10", "all queues under 100"],
    ["* [31/02/2026 14:00] failover began", "31/02/2026 14:00", "failover began"],
    ["| 14:75 | Errors rise | Ines |", "14:75", "Errors rise | Ines"],
    ["2026-02-30T10:00:00Z deploy", "2026-02-30T10:00:00Z", "deploy"],
    ["25:10 The queue is empty", "25:10", "The queue is empty"],
    ["(25:10 UTC): time ran out", "25:10 UTC", "time ran out"],
    ["13:05 pm restarted", "13:05 pm", "restarted"],
    ["no time, only words", null, "no time, only words"],
    ["4 of 5 queues drained", null, "of 5 queues drained"],
    ['{"id": 7, "at": "never"}', null, '{"id": 7, "at": "never"}'],
    ["25:10", null, "25:10"],
  ])("turns %s into an event", (text, statedText, title) => {
    const event = eventOfReject(of(text));
    if (text.startsWith("4 of")) expect(event.title).not.toBe("");
    else expect(event).toMatchObject({ statedText, title, at: null, line: 3 });
  });

  it("keeps further lines as its text", () => {
    expect(eventOfReject(of("25:10 first\nsecond\nthird")).body).toBe("second\nthird");
  });

  it.each([
    [of("25:10 x"), true],
    [of("the whole file", 0), false],
    [of(" | "), false],
    [of(""), false],
  ])("is a row with words: %j", (reject, may) => expect(mayBecomeEvent(reject)).toBe(may));
});
