import { expect, test } from "vitest";
import { changedWords, decidedWords, reopenedWords, suggestionAuthor, suggestionWords } from "./suggestion-words.ts";

const nothing = { inserted: "", deleted: "", formatted: "", formats: [], blocks: [], blockId: null, sentences: "" };
const block = (change: "insert" | "delete" | "join" | "type", to: string | null = null) => ({
  ...{ change, type: "paragraph", to, text: "Its failure mails" },
});

test.each([
  [{ inserted: "on  every run", deleted: "each time" }, "words replaced", "“each time” becomes “on every run”"],
  [{ inserted: "new" }, "words added", "“new”"],
  [{ inserted: " new\n" }, "words added", "“new”"],
  [{ deleted: "old" }, "words removed", "“old”"],
  [{ inserted: "¶" }, "line split", "A new line starts here"],
  [{ blocks: [block("insert")] }, "paragraph added, 3 words", "“Its failure mails”"],
  [{ blocks: [block("delete"), block("delete")] }, "2 blocks removed", "“Its failure mails Its failure mails”"],
  [{ blocks: [block("join")] }, "lines joined", "“Its failure mails” joins the line before"],
  [{ blocks: [block("type", "heading 3")] }, "paragraph to heading 3", "“Its failure mails”"],
  [{ formatted: "enough", formats: [{ format: "italic", takes: false }] }, "formatting", "“enough” with italic"],
  [{ formatted: "enough", formats: [{ format: "bold", takes: true }] }, "formatting", "“enough” without bold"],
])("words %o as %s", (proposal, kind, detail) => {
  expect(suggestionWords({ ...nothing, ...proposal })).toEqual({ kind, detail });
});

test("a long text is cut", () => {
  expect(suggestionWords({ ...nothing, inserted: "word ".repeat(100) }).detail).toHaveLength(162);
});

const typed = (type: string, change: "insert" | "delete" | "type" = "delete") => ({
  ...block(change, "callout"),
  type,
});

test.each([
  [{ blocks: [{ ...typed("horizontalRule", "insert"), text: " " }] }, "line added", ""],
  [
    { blocks: [typed("unknown", "insert"), typed("table", "insert")] },
    "2 blocks added, 6 words",
    "“Its failure mails Its failure mails”",
  ],
  [{ blocks: [{ ...typed("tableRow", "insert"), text: "one" }] }, "table row added, 1 word", "“one”"],
  [{ blocks: [typed("unknown")] }, "block removed", "“Its failure mails”"],
  [{ blocks: [typed("unknown", "type")] }, "block to callout", "“Its failure mails”"],
  [{ blocks: [block("type")] }, "paragraph to ", "“Its failure mails”"],
  [{}, "change", ""],
  [{ inserted: "¶¶" }, "line split", "A new line starts here"],
  [{ inserted: "a¶" }, "words added", "“a¶”"],
  [{ inserted: "¶", deleted: "a" }, "words replaced", "“a” becomes “¶”"],
  [{ inserted: "x".repeat(160) }, "words added", `“${"x".repeat(160)}”`],
  [{ inserted: "x".repeat(161) }, "words added", `“${"x".repeat(159)}…”`],
  [
    {
      formatted: "a",
      formats: [
        { format: "bold", takes: true },
        { format: "italic", takes: false },
      ],
    },
    "formatting",
    "“a” without bold, with italic",
  ],
])("words %j as %s", (proposal, kind, detail) => {
  expect(suggestionWords({ ...nothing, ...proposal })).toEqual({ kind, detail });
});

test.each([
  ["paragraph", "paragraph"],
  ["heading", "heading"],
  ["bulletList", "list"],
  ["orderedList", "list"],
  ["taskList", "task list"],
  ["listItem", "list item"],
  ["taskItem", "task"],
  ["codeBlock", "code"],
  ["table", "table"],
  ["tableRow", "table row"],
  ["callout", "callout"],
  ["collapsible", "collapsible"],
  ["draftBlock", "generated text"],
  ["guidance", "guiding questions"],
  ["horizontalRule", "line"],
  ["linkCard", "link card"],
  ["picture", "picture"],
])("a %s is called %s", (type, word) => {
  expect(suggestionWords({ ...nothing, blocks: [typed(type)] }).kind).toBe(`${word} removed`);
});

const LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";

test.each([
  [null, "now", null],
  ["same", "same", null],
  ["", "now", "The text here has changed since. The line was empty."],
  ["It failed once.", "It failed twice.", "The text here has changed since. It was “It failed once.”"],
  [
    LONG,
    LONG.replace("eight", "8"),
    "The text here has changed since. It was “one two three four five six seven eight nine ten eleven twelve thirteen fourteen…”",
  ],
  [
    LONG,
    LONG.replace("twelve", "12"),
    "The text here has changed since. It was “…four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen”",
  ],
])("says of %j, which is now %j: %j", (was, now, words) => {
  expect(changedWords(was, now)).toBe(words);
});

test("the author is a person, or the AI assistant for them", () => {
  expect(suggestionAuthor({ name: "Ana" }, false)).toBe("Ana");
  expect(suggestionAuthor({ name: "Ana" }, true)).toBe("AI assistant for Ana");
  expect(suggestionAuthor(null, true)).toBe("AI assistant for Former user");
});

test("says what was decided, where the text before is, and what couldn't be undone", () => {
  expect(decidedWords(1, "rejected", null)).toBe("1 suggestion rejected");
  expect(decidedWords(3, "accepted", 4)).toBe("3 suggestions accepted. Version 4 has the text before.");
  expect(reopenedWords(5, 5)).toBe(null);
  expect(reopenedWords(3, 5)).toBe("3 of 5 are open again. The text has changed too much to undo the rest.");
});
