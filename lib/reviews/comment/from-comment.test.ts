import { expect, it } from "vitest";
import { type Remark, recordWords } from "./from-comment.ts";

const remark = (bodies: readonly string[], quote = "") => ({
  quote,
  comments: bodies.map((body) => ({ body, deleted: body === "" })),
});

it.each<[string, Remark, string, string]>([
  ["the whole comment", remark(["No one owned it"]), "No one owned it", ""],
  ["the passage", remark(["No one owned it"], "the dump job"), "No one owned it", "About “the dump job”"],
  ["lines as details", remark(["One\nTwo"]), "One Two", "One\nTwo"],
  ["the first that was not deleted", remark(["", "Second"]), "Second", ""],
  [
    "a long one, cut between words",
    remark(["aaaa bbbb cccc dddd eeee"]),
    "aaaa bbbb cccc…",
    "aaaa bbbb cccc dddd eeee",
  ],
  ["a long word, cut inside it", remark(["a".repeat(30)]), `${"a".repeat(10)}…`, "a".repeat(30)],
])("becomes a record with %s", (_, thread, statement, detail) => {
  expect(recordWords(thread, 20)).toEqual({ statement, detail });
});

it("becomes nothing once all of it was deleted", () => {
  expect(recordWords(remark(["", ""]), 20)).toBeNull();
});

it("leaves out comments and passages of nothing but spaces", () => {
  const spaces = {
    quote: "  ",
    comments: [
      { body: "  ", deleted: false },
      { body: " Second ", deleted: false },
    ],
  };
  expect(recordWords(spaces, 20)).toEqual({ statement: "Second", detail: "" });
  const gone = {
    quote: "",
    comments: [
      { body: "Gone", deleted: true },
      { body: "Left", deleted: false },
    ],
  };
  expect(recordWords(gone, 20)).toEqual({ statement: "Left", detail: "" });
});

it("puts the passage above the whole comment", () => {
  expect(recordWords(remark(["One\nTwo"], "the dump\njob"), 20)).toEqual({
    statement: "One Two",
    detail: "About “the dump job”\n\nOne\nTwo",
  });
});
