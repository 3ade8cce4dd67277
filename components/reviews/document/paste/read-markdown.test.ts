import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { plainText } from "#lib/document/text.ts";
import { readMarkdown } from "./read-markdown.ts";

const typesOf = (nodes: readonly DocumentNode[]): string[] =>
  nodes.flatMap((node) => [node.type, ...typesOf(node.content ?? [])]);

describe("pasted Markdown", () => {
  it.each([
    ["# One\n\nTwo", ["heading", "text", "paragraph", "text"]],
    ["- [x] done", ["taskList", "taskItem", "paragraph", "text"]],
    ["1. one", ["orderedList", "listItem", "paragraph", "text"]],
    ["```sh\nls -l\n```", ["codeBlock", "text"]],
  ])("turns %j into blocks", (text, types) => expect(typesOf(readMarkdown(text))).toEqual(types));

  it("has the headings of a review: the largest is one of a section", () => {
    const levels = (text: string) => readMarkdown(text).map(({ attrs }) => attrs?.level);
    expect(levels("# a\n\n## b\n\n#### d\n\n###### f")).toEqual([2, 3, 4, 4]);
    expect(levels("## a\n\n### b\n\n###### f")).toEqual([2, 3, 4]);
  });

  it("has tables with a header", () => {
    const [table] = readMarkdown("| a | b |\n| --- | --- |\n| 1 | 2 |");
    expect(table?.type).toBe("table");
    expect(typesOf([table ?? { type: "" }]).filter((type) => type === "tableHeader")).toHaveLength(2);
    expect(plainText(table ?? [])).toBe("a\nb\n1\n2");
  });

  it("fits the schema and keeps its words", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.oneof(
      word,
      word.map((text) => `# ${text}`),
      word.map((text) => `- ${text}`),
      word.map((text) => `> ${text}`),
      word.map((text) => `**${text}**`),
      word.map((text) => `\`${text}\``),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const read = readMarkdown(lines.join("\n\n"));
        editorSchema().nodeFromJSON({ type: "doc", content: read }).check();
        const words = lines.flatMap((text) => text.match(/[a-z]+/g) ?? []);
        expect(plainText(read).match(/[a-z]+/g)).toEqual(words);
      }),
    );
  });
});
