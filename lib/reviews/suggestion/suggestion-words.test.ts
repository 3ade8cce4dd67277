import { expect, test } from "vitest";
import { suggestionWords } from "./suggestion-words.ts";

const nothing = { inserted: "", deleted: "", formatted: "", formats: [], blocks: [], blockId: null };
const block = (change: "insert" | "delete" | "join" | "type", to: string | null = null) => ({
  ...{ change, type: "paragraph", to, text: "Its failure mails" },
});

test.each([
  [{ inserted: "on  every run", deleted: "each time" }, "words replaced", "“each time” becomes “on every run”"],
  [{ inserted: "new" }, "words added", "“new”"],
  [{ deleted: "old" }, "words removed", "“old”"],
  [{ inserted: "¶" }, "line split", "A new line starts here"],
  [{ blocks: [block("insert")] }, "paragraph added, 3 words", "“Its failure mails”"],
  [{ blocks: [block("delete"), block("delete")] }, "2 blocks removed", "“Its failure mails Its failure mails”"],
  [{ blocks: [block("join")] }, "lines joined", "“Its failure mails” joins the line before"],
  [{ blocks: [block("type", "heading 3")] }, "paragraph to heading 3", "“Its failure mails”"],
  [{ formatted: "enough", formats: [{ format: "italic", takes: false }] }, "formatting", "“enough” with italic"],
  [{ formatted: "enough", formats: [{ format: "bold", takes: true }] }, "formatting", "“enough” without bold"],
])("%o is %s", (proposal, kind, detail) => {
  expect(suggestionWords({ ...nothing, ...proposal })).toEqual({ kind, detail });
});

test("a long text is cut", () => {
  expect(suggestionWords({ ...nothing, inserted: "word ".repeat(100) }).detail).toHaveLength(162);
});
