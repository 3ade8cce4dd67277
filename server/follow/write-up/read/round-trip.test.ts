import fc from "fast-check";
import { expect, it } from "vitest";
import { readWriteUpText } from "#importers/index.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { toMarkdown } from "#lib/document/markdown.ts";
import { reviewHtml } from "#server/reviews/export/files/html.ts";
import { reviewWord } from "#server/reviews/export/files/word/word.ts";
import { printReview } from "#server/reviews/export/printed/print-review.ts";
import { hostileReview } from "#server/reviews/export/testing/hostile-review.ts";
import { htmlOfMarkdown } from "./html-of-markdown.ts";
import { htmlOfWord } from "./read-word.ts";

const word = fc.constantFrom(
  "queue",
  "10:31",
  "née",
  "数据库",
  "a_b*c",
  "<tag>",
  "#1",
  "x|y",
  "[z]",
  "50%",
  "it's",
  "&amp;",
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => `Then ${all.join(" ")} end`);
const text = fc
  .tuple(words, fc.constantFrom(null, "bold", "italic", "strike"))
  .map(([said, mark]): DocumentNode => ({ type: "text", text: said, ...(mark ? { marks: [{ type: mark }] } : {}) }));
const paragraph = text.map((one): DocumentNode => ({ type: "paragraph", content: [one] }));
const item = fc.letrec<{ item: DocumentNode; list: DocumentNode }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.option(tie("list"), { depthSize: "small", maxDepth: 2 }))
    .map(([first, list]): DocumentNode => ({ type: "listItem", content: list ? [first, list] : [first] })),
  list: fc
    .tuple(fc.boolean(), fc.array(tie("item"), { minLength: 1, maxLength: 3 }))
    .map(
      ([isOrdered, content]): DocumentNode =>
        isOrdered ? { type: "orderedList", attrs: { start: 1 }, content } : { type: "bulletList", content },
    ),
}));
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
  fc
    .array(fc.array(paragraph, { minLength: columns, maxLength: columns }), {
      minLength: rows + 1,
      maxLength: rows + 1,
    })
    .map(
      (cells): DocumentNode => ({
        type: "table",
        content: cells.map((row, at) => ({
          type: "tableRow",
          content: row.map((one) => ({
            type: at === 0 ? "tableHeader" : "tableCell",
            attrs: { colspan: 1, rowspan: 1 },
            content: [one],
          })),
        })),
      }),
    ),
);
const heading = fc
  .tuple(words, fc.constantFrom(2, 3, 4))
  .map(
    ([said, level]): DocumentNode => ({ type: "heading", attrs: { level }, content: [{ type: "text", text: said }] }),
  );
const block = fc.oneof(paragraph, heading, item.list, table);
const lines = fc.array(paragraph, { minLength: 1, maxLength: 2 });
/** Blocks that Word has no form for. */
const richBlock = fc.oneof(
  block,
  fc.tuple(words, fc.constantFrom(null, "sh", "json")).map(
    ([said, language]): DocumentNode => ({
      type: "codeBlock",
      attrs: { language },
      content: [{ type: "text", text: said }],
    }),
  ),
  lines.map((inner): DocumentNode => ({ type: "blockquote", content: inner })),
  fc
    .tuple(lines, fc.constantFrom("note", "tip", "warning"))
    .map(([inner, tone]): DocumentNode => ({ type: "callout", attrs: { tone }, content: inner })),
  fc
    .tuple(paragraph, lines)
    .map(([title, inner]): DocumentNode => ({ type: "collapsible", content: [title, ...inner] })),
  fc.array(fc.tuple(paragraph, fc.boolean()), { minLength: 1, maxLength: 3 }).map(
    (items): DocumentNode => ({
      type: "taskList",
      content: items.map(([first, checked]) => ({ type: "taskItem", attrs: { checked }, content: [first] })),
    }),
  ),
);

/** Types and words of the blocks, in order, without levels of headings. */
const shapeOf = (nodes: readonly DocumentNode[]): unknown[] =>
  nodes.map(({ type, attrs = {}, text: said, content = [] }) =>
    said === undefined
      ? [
          type.replace("tableHeader", "tableCell"),
          ...SHAPES.flatMap((name) => attrs[name] ?? []),
          ...joined(shapeOf(content)),
        ]
      : said.trim(),
  );
const SHAPES = ["language", "tone", "checked"];

/** Neighbouring runs of a line as one. */
function joined(parts: unknown[]): unknown[] {
  return parts.every((part) => typeof part === "string") && parts.length > 0
    ? [parts.join(" ").replace(/\s+/g, " ")]
    : parts;
}

/** Blocks between two marks, without what an export adds. */
function between(blocks: readonly DocumentNode[]): unknown[] {
  const shapes = shapeOf(blocks).map((shape) => JSON.stringify(shape));
  const start = shapes.findLastIndex((shape) => shape.includes("START"));
  const end = shapes.findLastIndex((shape) => shape.includes("FINISH"));
  expect(end - start).toBeGreaterThan(1);
  return shapes.slice(start + 1, end);
}

const mark = (said: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text: said }] });
/** Lists of one kind that touch are one list in a file. */
const apart = (blocks: readonly DocumentNode[]) => blocks.flatMap((one) => [one, mark("Between")]);
const contentOf = (one: fc.Arbitrary<DocumentNode>) =>
  fc.array(one, { minLength: 1, maxLength: 6 }).map((all) => [mark("START"), ...apart(all), mark("FINISH")]);
const content = contentOf(block);
const richContent = contentOf(richBlock);
const asReview = (all: DocumentNode[]) =>
  hostileReview({ title: "Mail", json: { type: "doc", content: all }, blocks: {}, threads: null });

it("reads back what the export to HTML wrote", () => {
  fc.assert(
    fc.property(richContent, (all) => {
      const html = reviewHtml(printReview(asReview(all)));
      const { blocks } = readWriteUpText({ html, isMarkdown: false, title: null });
      expect(between(blocks)).toEqual(between(all));
    }),
  );
});

it("reads back what the export to Markdown wrote", () => {
  const none = () => "";
  const resolver = { liveBlock: none, eventChip: none, recordChip: none, personMention: none, picture: none };
  fc.assert(
    fc.property(richContent, (all) => {
      const markdown = toMarkdown({ type: "doc", content: all }, resolver);
      const { blocks } = readWriteUpText({ ...htmlOfMarkdown(markdown), isMarkdown: true });
      expect(between(blocks)).toEqual(between(all));
    }),
  );
});

it("reads back what the export to Word wrote", async () => {
  await fc.assert(
    fc.asyncProperty(content, async (all) => {
      const html = await htmlOfWord(await reviewWord(printReview(asReview(all))));
      const { blocks } = readWriteUpText({ html, isMarkdown: false, title: null });
      expect(between(blocks)).toEqual(between(all));
    }),
    { numRuns: 30 },
  );
});
