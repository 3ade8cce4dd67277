import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const POSTS = [
  ["investigating", "Dec 24, 2021, 01:53 AM UTC", "We are experiencing network issues."],
  ["identified", "Dec 24, 2021, 03:46 AM UTC", "A fix is being implemented."],
  ["monitoring", "Dec 24, 2021, 10:51 AM UTC", "We are monitoring the results."],
  ["resolved", "Dec 24, 2021, 06:25 PM UTC", "This incident has been resolved."],
] as const;
const PAGE = `Update timeline\n\n${POSTS.map(([state, time, text], at) => `  ${at + 1}. ${state} ${time}\n\n    ${text}\n`).join("\n")}`;
const LINES = POSTS.map(([state, time, text]) => `${state}\n${time}\n${text}\n`).join("\n");
const STARTED = "Started\nDec 24, 2021, 01:53 AM UTC\n";
const RESOLVED = "Resolved\nDec 24, 2021, 06:25 PM UTC\n";
const read = (head: string, posts = PAGE) =>
  parseSource(textInput(`Network outage\n\n${head}\n${posts}`, "notes.md"), {});

describe("the head of a page with posts", () => {
  it.each([
    [`${STARTED}${RESOLVED}Duration\n16h 31m\n`, PAGE],
    [`${STARTED}${RESOLVED}Duration\n16h 31m\nDetected by Acme\nDec 24, 2021, 01:53 AM UTC\n`, PAGE],
    [`${RESOLVED}Duration\n16h 31m\n`, PAGE],
    [`${STARTED}\n${RESOLVED}\n16h 31m\n`, PAGE],
    [`Resolved:\nDec 24, 2021, 06:25 PM UTC\nAffected components\nNetwork\n`, PAGE],
    [`Resolved\n24 December 2021, 18:25 UTC\nDuration\n16h 31m\n`, PAGE],
    [`Started\n2021-12-24 01:53 UTC\nResolved\n2021-12-24 18:25 UTC\nDuration: 16h 31m\n`, PAGE],
    [`Resolved Dec 24, 2021, 06:25 PM UTC\nDuration 16h 31m\n`, PAGE],
    [`Started: Dec 24, 2021, 01:53 AM UTC\nResolved: Dec 24, 2021, 06:25 PM UTC\nDuration: 16h\n`, PAGE],
    [`${RESOLVED}Duration\n16h 31m\n`, LINES],
  ])("repeats no post as an event: %j", (head, posts) => {
    const { events, rejects } = read(head, posts);
    expect(events.map(({ at }) => at?.slice(11, 16))).toEqual(["01:53", "03:46", "10:51", "18:25"]);
    expect(events[3]?.body).toBe("This incident has been resolved.");
    expect(rejects).toEqual([]);
  });

  it("doesn't change two posts of one minute", () => {
    const posts = LINES.replace("03:46", "01:53");
    expect(read("", posts).events).toHaveLength(4);
  });
});
