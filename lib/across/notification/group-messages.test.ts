import { describe, expect, it } from "vitest";
import { groupMessages } from "./group-messages.ts";
import { itemOf } from "./item-of.ts";

const at = (id: number, kind: string, shownAt: string, settled = false) => ({ id, kind, shownAt, settled });
/** In Auckland it's the 4th already. */
const MESSAGES = [
  at(1, "review.published", "2026-11-03T12:30:00Z"),
  at(2, "comment.assigned", "2026-11-03T12:20:00Z"),
  at(3, "review.published", "2026-11-03T10:00:00Z"),
  at(4, "review.published", "2026-11-02T10:00:00Z"),
  at(5, "comment.assigned", "2026-10-01T10:00:00Z"),
  at(6, "review.published", "2026-11-04T12:00:00Z"),
];
const groups = (state: "new" | "snoozed" | "done", messages = MESSAGES) =>
  groupMessages(messages, { state, today: "2026-11-04", zone: "Pacific/Auckland" }).map(({ label, items }) => [
    label,
    ...items.map(({ id }) => id),
  ]);

describe("the groups of messages", () => {
  it("are first what asks for an answer, then the reader's days", () => {
    expect(groups("new")).toEqual([
      ["Asks for an answer", 2, 5],
      ["Today", 1, 6],
      ["Yesterday", 3],
      ["Earlier", 4],
    ]);
  });

  it("have a request that needs no answer under its day", () => {
    expect(groups("new", [at(7, "comment.assigned", "2026-11-03T12:20:00Z", true)])).toEqual([["Today", 7]]);
  });

  it("are days alone for what is done", () => {
    expect(groups("done")).toEqual([
      ["Today", 1, 2, 6],
      ["Yesterday", 3],
      ["Earlier", 4, 5],
    ]);
  });

  it("is one for what is snoozed, the last first", () => {
    expect(groups("snoozed")).toEqual([["Snoozed", 6, 5, 4, 3, 2, 1]]);
    expect([groups("snoozed", []), groups("new", [])]).toEqual([[], []]);
  });
});

it.each([
  ["/actions/ACT-12", "/actions/ACT-12"],
  ["/actions/ACT-12?show=checks#comment-1", "/actions/ACT-12"],
  ["/reviews/REV-3#block", "/reviews/REV-3"],
  ["/actions/ACT-12/print", null],
  ["/monday", null],
  ["/factors/0195f2c4-7d31-7c22-9b0a-2f6f8f0f9c11", "/factors/0195f2c4-7d31-7c22-9b0a-2f6f8f0f9c11"],
  ["/factors?seen=again", null],
])("the message to %s is about %s", (href, item) => expect(itemOf(href)).toBe(item));
