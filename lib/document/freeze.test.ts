import { describe, expect, it } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { markBars, markLineStart } from "./escape-markdown.ts";
import { freezeBlocks, proposedWords } from "./freeze.ts";

const resolve = {
  liveBlock: (kind: string) => (kind === "roles" ? "  " : ` ${kind} of records `),
  eventChip: (id: string) => `E ${id}\n  | bar`,
  recordChip: (noun: string, key: string) => `${noun} ${key}`,
  personMention: (id: string, label: string) => `${id} ${label}`,
  picture: (id: string) => `/pictures/${id}`,
};
const node = (type: string, content: DocumentNode[] = [], attrs?: Record<string, unknown>): DocumentNode => ({
  ...{ type, content },
  ...(attrs ? { attrs } : {}),
});
const text = (
  words: string,
  ...marks: (string | { type: string; attrs: Record<string, unknown> })[]
): DocumentNode => ({
  ...{ type: "text", text: words },
  marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)),
});
const line = (...content: DocumentNode[]) => node("paragraph", content);
const verbatim = (markdown: string) => ({ type: "verbatim", attrs: { markdown } });
const inline = (markdown: string) => ({ type: "verbatimInline", attrs: { markdown } });
const frozen = (nodes: DocumentNode[], inTable = false) => freezeBlocks(nodes, { inTable }, resolve);
const words = (...content: DocumentNode[]) => frozen([line(...content)])[0]?.content;
const link = (href: unknown) => ({ type: "link", attrs: { href } });

describe("a block that only the application can show", () => {
  it.each<[string, DocumentNode, DocumentNode[]]>([
    ["an event", node("eventChip", [], { eventId: "e1" }), [inline("E e1 | bar")]],
    ["a record", node("recordChip", [], { noun: "review", key: "REV-1" }), [inline("review REV-1")]],
    ["a person", node("personMention", [], { userId: "u1", label: "Ana" }), [inline("u1 Ana")]],
    ["a person without a name", node("personMention"), [inline(" ")]],
    ["a line break", node("hardBreak"), [node("hardBreak")]],
    ["code", text("ls `x`", "code"), [inline("`` ls `x` ``")]],
    ["plain code", text("ls", "code", "bold"), [inline("`ls`")]],
    ["proposed words", text("a", "suggestInsert"), [inline("<ins>"), { ...text("a") }, inline("</ins>")]],
    [
      "words proposed twice",
      text("a", "suggestInsert", "suggestDelete", "bold"),
      [inline("<ins>"), inline("<del>"), text("a", "bold"), inline("</del>"), inline("</ins>")],
    ],
    ["other marks", text("a", "bold", "comment", "underline", "suggestFormat"), [text("a", "bold")]],
    ["a link", text("a", link("https://a.example/(x) <y>")), [text("a", link("https://a.example/%28x%29%20%3Cy%3E"))]],
    ["an unsafe link", text("a", link("javascript:alert(1)")), [text("a")]],
    ["a link to nowhere", text("a", { type: "link", attrs: {} }), [text("a")]],
    ["what looks like a heading", text("# a"), [text(markLineStart("# a"))]],
  ])("in a line: %s", (_, given, expected) => expect(words(given)).toEqual(expected));

  it("looks like something else only at the start of a line", () => {
    expect(words(text("a"), text("# b"), node("hardBreak"), text("# c"))?.map((one) => one.text)).toEqual([
      "a",
      "# b",
      undefined,
      markLineStart("# c"),
    ]);
  });

  it("is escaped where it would have another meaning", () => {
    expect([markLineStart("# a"), markBars("a | b")]).not.toContain("# a");
    expect(markBars("a | b")).not.toBe("a | b");
  });

  it("has no bars in a table, at any depth", () => {
    const table = node("table", [
      node("tableRow", [node("tableCell", [line(text("a | b"), node("eventChip", [], { eventId: "e1" }))])]),
    ]);
    const [cell] = frozen([table])[0]?.content?.[0]?.content ?? [];
    expect(cell?.content?.[0]?.content).toEqual([text(markBars("a | b")), inline(markBars("E e1 | bar"))]);
    expect(frozen([line(text("a | b"))], true)[0]?.content).toEqual([text(markBars("a | b"))]);
  });

  it.each<[string, DocumentNode, DocumentNode[]]>([
    ["questions", node("guidance", [line(text("Why?"))]), []],
    ["a live block", node("liveBlock", [], { kind: "timeline" }), [verbatim("timeline of records")]],
    ["an empty live block", node("liveBlock", [], { kind: "roles" }), []],
    ["an unknown live block", node("liveBlock", [], { kind: "weather" }), []],
    ["code", node("codeBlock", [text("a\n"), text("```")], { language: "ts" }), [verbatim("````ts\na\n```\n````")]],
    ["code without a language", node("codeBlock", [text("a")]), [verbatim("```\na\n```")]],
    ["a draft", node("draftBlock", [line(text("a"))]), [line(text("a"))]],
    [
      "a collapsible",
      node("collapsible", [line(text("A & <b>"), node("hardBreak")), line(text("c"))]),
      [verbatim("<details>\n<summary>A &amp; &lt;b&gt; </summary>"), line(text("c")), verbatim("</details>")],
    ],
    ["an empty collapsible", node("collapsible"), [verbatim("<details>\n<summary></summary>"), verbatim("</details>")]],
    [
      "a picture",
      node("picture", [text("At noon")], { alt: "A [graph]*", pictureId: "p1" }),
      [line(inline("![A \\[graph\\]\\*](/pictures/p1)")), line(text("At noon"))],
    ],
    ["a picture without words", node("picture"), [line(inline("![](/pictures/)"))]],
    [
      "a list",
      node("bulletList", [node("listItem", [line(text("a"))])]),
      [node("bulletList", [node("listItem", [line(text("a"))])])],
    ],
  ])("as a block: %s", (_, given, expected) => expect(frozen([given])).toEqual(expected));

  it("drops empty lines unless there is nothing else", () => {
    const empty = node("paragraph");
    expect(frozen([empty, line(text("a")), node("heading")])).toEqual([line(text("a"))]);
    expect(frozen([empty])).toEqual([empty]);
    expect(frozen([node("horizontalRule"), node("horizontalRule")])).toHaveLength(2);
  });
});

describe("a suggestion for a block", () => {
  const ID = "00000000-0000-4000-8000-00000000000a";
  const proposed = (attrs: Record<string, string>) => ({ ...line(text("a")), attrs });
  it.each([
    [{ suggestInsert: ID }, ["*Proposed: add this*"]],
    [{ suggestDelete: ID, suggestJoin: ID }, ["*Proposed: remove this*", "*Proposed: join this to the line before*"]],
    [{ suggestType: `${ID} heading 3` }, ["*Proposed: make this a heading 3*"]],
    [{ suggestType: `${ID} paragraph` }, ["*Proposed: make this a paragraph*"]],
    [{ suggestType: "nonsense" }, []],
  ])("%j is named above it", (attrs, said) => {
    expect(frozen([proposed(attrs)]).slice(0, -1)).toEqual(said.map(verbatim));
    expect(frozen([proposed(attrs)], true)).toHaveLength(1);
  });

  it("has words of its own", () => {
    expect(proposedWords("suggestInsert", { id: ID, type: null, level: null })).toBe("Proposed: add this");
    expect(proposedWords("suggestType", { id: ID, type: "heading", level: 2 })).toBe("Proposed: make this a heading 2");
  });
});
