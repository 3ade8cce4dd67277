import { MarkdownManager } from "@tiptap/markdown";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { toMarkdown } from "./markdown.ts";
import { editorExtensions } from "./schema.ts";
import { plainText } from "./text.ts";

const resolve = {
  liveBlock: (kind: string, { attrs }: DocumentNode) => `| ${kind} |\n| --- |\n| ${attrs?.ref ?? "all"} |`,
  eventChip: (eventId: string) => `(E${eventId})`,
  recordChip: (_noun: string, key: string) => key,
  personMention: (_userId: string, label: string) => `@${label}`,
  picture: (pictureId: string) => `/pictures/${pictureId}`,
};
const text = (words: string, ...marks: DocumentNode["marks"] & object): DocumentNode => ({
  type: "text",
  text: words,
  marks,
});
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const table = (...rows: DocumentNode[][][]): DocumentNode => ({
  type: "table",
  content: rows.map((cells, row) => ({
    type: "tableRow",
    content: cells.map((content) => ({ type: row === 0 ? "tableHeader" : "tableCell", content })),
  })),
});
const markdown = (...content: DocumentNode[]) => toMarkdown({ type: "doc", content }, resolve);

test("live blocks, chips and mentions are resolved; questions and comments are left out", () => {
  const result = markdown(
    { type: "heading", attrs: { level: 2, sectionKey: "timeline" }, content: [text("Timeline")] },
    { type: "guidance", attrs: { sectionKey: "timeline" } },
    { type: "liveBlock", attrs: { kind: "timeline", ref: "INC-1" } },
    paragraph(
      text("Seen by "),
      { type: "personMention", attrs: { userId: "u1", label: "Ana" } },
      text(" "),
      { type: "eventChip", attrs: { eventId: "9" } },
      text(", fixed in ", { type: "comment", attrs: { threadId: "t" } }),
      { type: "recordChip", attrs: { noun: "action-item", key: "ACT-31" } },
    ),
  );
  expect(result).toBe("## Timeline\n\n| timeline |\n| --- |\n| INC-1 |\n\nSeen by @Ana (E9), fixed in ACT-31");
});

test("a live block with nothing to show leaves no gap", () => {
  const silent = { ...resolve, liveBlock: () => "" };
  const content = [paragraph(text("a")), { type: "liveBlock", attrs: { kind: "roles" } }, paragraph(text("b"))];
  expect(toMarkdown({ type: "doc", content }, silent)).toBe("a\n\nb");
});

test("a drafted block is exported as its content", () => {
  const draft = {
    type: "draftBlock",
    attrs: { key: "summary", hash: "x" },
    content: [paragraph(text("One.")), paragraph(text("Two."))],
  };
  expect(markdown(draft, paragraph(text("After.")))).toBe("One.\n\nTwo.\n\nAfter.");
});

test("a vertical bar in a table cell doesn't break the row, in text, code and chips", () => {
  const result = markdown(
    table(
      [[paragraph(text("a"))], [paragraph(text("b"))]],
      [[paragraph(text("x | y"))], [paragraph(text("p|q", { type: "code" }))]],
    ),
  );
  const row = result.split("\n").find((line) => line.includes("x"));
  expect(row).toMatch(/^\| x \\\| y\s*\| `p\\\|q`\s*\|$/);
});

test("callouts, tasks, code and quotes have the shape that GitHub reads", () => {
  expect(markdown({ type: "callout", attrs: { tone: "warning" }, content: [paragraph(text("Careful."))] })).toBe(
    "> [!WARNING]\n> Careful.",
  );
  const task = (checked: boolean, words: string) => ({
    type: "taskItem",
    attrs: { checked },
    content: [paragraph(text(words))],
  });
  expect(markdown({ type: "taskList", content: [task(true, "done"), task(false, "todo")] })).toBe(
    "- [x] done\n- [ ] todo",
  );
  expect(markdown({ type: "codeBlock", attrs: { language: "sh" }, content: [text("a\n```\nb")] })).toBe(
    "````sh\na\n```\nb\n````",
  );
});

test("a link is kept only if its URL is safe", () => {
  const link = (href: string) => ({ type: "link", attrs: { href } });
  expect(markdown(paragraph(text("docs", link("https://a.example/x(1)"))))).toBe("[docs](https://a.example/x%281%29)");
  expect(markdown(paragraph(text("trap", link("javascript:alert(1)"))))).toBe("trap");
  expect(markdown(paragraph(text("wiki", link("https://ana:secret@a.example/x"))))).toBe("wiki");
});

const piece = fc.oneof(
  fc.constantFrom(
    "# ",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "---",
    "===",
    "*",
    "_",
    "`",
    "``",
    "|",
    "[x](y)",
    "<b>",
    "&amp;",
    "\\",
    "~~",
    "!",
    "a",
    "word",
    " ",
  ),
  fc.string({ minLength: 1, maxLength: 4, unit: "grapheme-ascii" }),
);
/** Text as people type it. It has no spaces at the ends and no runs of spaces, which Markdown doesn't keep. */
const words = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join("").replace(/\s+/g, " ").trim())
  .filter((joined) => joined !== "");

test("whatever is typed, Markdown has the same words and nothing else", () => {
  const manager = new MarkdownManager({ extensions: editorExtensions() });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (lines) => {
      const json = { type: "doc" as const, content: lines.map((line) => paragraph(text(line))) };
      const parsed = manager.parse(toMarkdown(json, resolve)) as DocumentNode;
      expect(parsed.content?.map((node) => node.type)).toEqual(lines.map(() => "paragraph"));
      expect(plainText(parsed)).toBe(lines.join("\n"));
    }),
    { numRuns: 500, examples: [[["A. #"]], [["iv) later"]], [["7. second"]]] },
  );
});

test("whatever is typed in a table stays in its cell", () => {
  const manager = new MarkdownManager({ extensions: editorExtensions() });
  fc.assert(
    fc.property(words, words, (left, right) => {
      const rows = table(
        [[paragraph(text("l"))], [paragraph(text("r"))]],
        [[paragraph(text(left))], [paragraph(text(right))]],
      );
      const parsed = manager.parse(markdown(rows)) as DocumentNode;
      const cells = parsed.content?.[0]?.content?.[1]?.content ?? [];
      expect(cells.map((cell) => plainText(cell))).toEqual([left, right]);
    }),
    { numRuns: 300 },
  );
});
