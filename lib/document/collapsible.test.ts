import { describe, expect, it } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { toMarkdown } from "./markdown.ts";
import { editorSchema } from "./schema.ts";
import { Random } from "./testing/random.ts";
import { beginning, meet, Writer, wordsOf } from "./testing/writer.ts";
import { plainText } from "./text.ts";

const paragraph = (text: string): DocumentNode => ({
  type: "paragraph",
  attrs: { id: text },
  content: [{ type: "text", text }],
});
const collapsible = (...lines: string[]): DocumentNode => ({
  type: "collapsible",
  attrs: { id: "c" },
  content: lines.map(paragraph),
});
const resolve = {
  ...{ liveBlock: () => "", eventChip: () => "(E1)", recordChip: () => "", personMention: () => "", picture: () => "" },
};

it("exports a collapsible with its title, and the text below it as Markdown", () => {
  const content = [collapsible("Logs of <db1> & co", "*first*", "second"), paragraph("after")];
  expect(toMarkdown({ type: "doc", content }, resolve)).toBe(
    "<details>\n<summary>Logs of &lt;db1&gt; &amp; co</summary>\n\n\\*first\\*\n\nsecond\n\n</details>\n\nafter",
  );
  expect(plainText(content)).toBe("Logs of <db1> & co\n*first*\nsecond\nafter");
});

describe("two people change one collapsible before either has seen the other", () => {
  const START = beginning(paragraph("before"), collapsible("title", "first", "second"), paragraph("after"));
  type Edit = (writer: Writer) => void;
  const typed =
    (words: string, letters: string): Edit =>
    (writer) => {
      writer.select(writer.find(words) + 2);
      for (const letter of letters) writer.type(letter);
    };
  const removed =
    (words: string): Edit =>
    (writer) => {
      const at = writer.find(words) - 1;
      writer.dispatch(writer.state.tr.delete(at, at + (writer.state.doc.nodeAt(at)?.nodeSize ?? 0)));
    };
  const added: Edit = (writer) => {
    const line = editorSchema().nodes.paragraph?.create(null, editorSchema().text("added"));
    if (line) writer.dispatch(writer.state.tr.insert(writer.find("second") - 1, line));
  };

  it.each<[string, Edit, Edit, string[]]>([
    ["letters in the title and below it", typed("title", "xyz"), typed("first", "uvw"), ["tixyztle", "fiuvwrst"]],
    ["letters in the title at once", typed("title", "xyz"), typed("title", "uvw"), ["xyz", "uvw"]],
    ["both lines below the title are removed", removed("first"), removed("second"), ["title"]],
    [
      "the title is removed, and letters come below it",
      removed("title"),
      typed("first", "uvw"),
      ["fiuvwrst", "second"],
    ],
    ["a line is added, and another one removed", added, removed("first"), ["title", "added", "second"]],
    [
      "every line is removed, by two people",
      removed("title"),
      (w) => [removed("first"), removed("second")].map((one) => one(w)),
      [],
    ],
  ])("%s: nothing else is lost, and both see the same", (_name, hers, his, kept) => {
    for (let seed = 1; seed <= 20; seed++) {
      const people = [new Writer(START), new Writer(START)] as const;
      hers(people[0]);
      his(people[1]);
      meet(people, new Random(seed * 3));
      const words = wordsOf(people[0].json());
      for (const part of ["before", "after", ...kept]) expect(words).toContain(part);
      for (const person of people) expect(person.state.doc.eq(person.stored())).toBe(true);
      expect(people[0].stored().eq(people[1].stored())).toBe(true);
    }
  });
});
