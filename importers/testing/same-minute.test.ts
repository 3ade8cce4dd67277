import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const read = (story: string) => times(`# Latency on January 22, 2020\n\n${story}\n`);

describe("two sentences of one minute", () => {
  it.each([
    "At 19:05, the on-call engineers were notified. A rollback was started at 19:05 too. All was well at 19:30.",
    "The issue was discovered at 19:05. All jobs were halted at 19:05. They ran again at 19:30.",
    "A disk failed at 19:05 UTC. An alert fired at 19:05 UTC. It was over at 19:30 UTC.",
  ])("behind each other are two events: %s", (story) => {
    expect(read(story)).toEqual(["01-22 19:05", "01-22 19:05", "01-22 19:30"]);
  });

  it.each([
    "The outage began at 19:05. At 19:05, the first error came. It was over at 19:30.",
    "The API was down from 19:05.\n\nThe first error came at 19:05. It was over at 19:30.",
    "At 19:05 the API went down. At 19:10 we were paged. It had gone down at 19:05. It was over at 19:30.",
  ])("elsewhere are told again: %s", (story) => {
    expect(read(story).filter((one) => one === "01-22 19:05")).toHaveLength(1);
  });
});

describe("a span in a sentence", () => {
  it.each([
    "Between the hours of 19:00 and 20:00, customers had errors.",
    "Between the hours of 19:00 - 20:00, customers had errors.",
    "Between 19:00 -20:00, customers had errors.",
    "Errors were seen between the hours of 7 PM and 8 PM.",
    "Errors were seen from approximately 19:00 to 20:00.",
  ])("starts with its first time: %s", (story) => {
    expect(read(`${story} At 21:30 the queue was empty.`)).toEqual(["01-22 19:00", "01-22 21:30"]);
  });
});

describe("a time with am or pm in brackets", () => {
  it.each(["(8PM)", "(8 pm SAST)", "(8PM SAST)", "(8 p.m.)", "[8 PM]"])("is an event: %s", (time) => {
    const told = times(
      `# Outage on 22 April 2026\n\nThat evening ${time} the wallet was emptied. We found out at 9PM.`,
      "notes.md",
      undefined,
      "Africa/Johannesburg",
    );
    expect(told).toEqual(["04-22 18:00", "04-22 19:00"]);
  });

  it("isn't one in a range of amounts", () => {
    expect(read("The outage (8 pods) began at 19:05. It hit 3 pm2 workers (4 pm2 in all). It ended at 19:30.")).toEqual(
      ["01-22 19:05", "01-22 19:30"],
    );
  });
});

describe("a line about the export of a text", () => {
  it.each([
    "Exported from Afterword on 23 January 2020, 10:15 UTC.",
    "Generated on 23 January 2020 at 10:15 UTC.",
    "Printed 2020-01-23 10:15",
  ])("isn't an event: %s", (line) => {
    expect(read(`${line}\n\nThe API was down at 19:05. It was back at 19:30.`)).toEqual(["01-22 19:05", "01-22 19:30"]);
  });
});
