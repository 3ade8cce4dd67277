import { describe, expect, it } from "vitest";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { toMarkdown } from "./markdown.ts";
import { editorSchema } from "./schema.ts";
import { Random } from "./testing/random.ts";
import { beginning, meet, Writer, wordsOf } from "./testing/writer.ts";
import { pictureIdsOf, plainText } from "./text.ts";

const ID = "0190b0c0-0000-7000-8000-000000000001";
const words = (text: string): DocumentNode[] => [{ type: "text", text }];
const paragraph = (id: string, text: string): DocumentNode => ({
  type: "paragraph",
  attrs: { id },
  content: words(text),
});
const picture = (attrs: Record<string, unknown>, caption = ""): DocumentNode => ({
  type: "picture",
  attrs: { id: "p", pictureId: ID, ...attrs },
  ...(caption === "" ? {} : { content: words(caption) }),
});
const doc = (...content: DocumentNode[]): DocumentJson => ({ type: "doc", content });
const resolve = {
  ...{ liveBlock: () => "", eventChip: () => "(E1)", recordChip: () => "", personMention: () => "" },
  picture: (id: string) => `/p/${id}`,
};

it("finds a picture by its description and its caption", () => {
  expect(plainText(doc(picture({ alt: "Two prompts" }, "From the capture"), picture({ alt: "" })))).toBe(
    "Two prompts\nFrom the capture",
  );
});

it("exports a picture with its description, caption and address, even in a table", () => {
  const shown = picture({ alt: "a [b] | c" }, "From # the capture");
  expect(toMarkdown(doc(shown), resolve)).toBe(`![a \\[b\\] | c](/p/${ID})\n\nFrom # the capture`);
  expect(toMarkdown(doc(picture({})), resolve)).toBe(`![](/p/${ID})`);
  const row = (type: string, content: DocumentNode): DocumentNode => ({
    type: "tableRow",
    content: [{ type, content: [content] }],
  });
  const table = { type: "table", content: [row("tableHeader", paragraph("h", "Shot")), row("tableCell", shown)] };
  const lines = toMarkdown(doc(table), resolve).split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain(`![a \\[b\\] \\| c](/p/${ID})`);
});

it("gives the ids of its pictures once, and none that is made up", () => {
  const json = doc(picture({}), { type: "callout", content: [picture({})] }, picture({ pictureId: "../secrets" }));
  expect(pictureIdsOf(json)).toEqual([ID]);
});

it.each([
  ["share", 19],
  ["share", 101],
  ["share", 50.5],
  ["share", "50"],
  ["pixelWidth", 0],
  ["alt", "x".repeat(251)],
])("does not allow %s %j", (name, value) => {
  expect(() =>
    editorSchema()
      .node("picture", { [name]: value })
      .check(),
  ).toThrow(/does not allow/);
});

describe("two people change one picture before either has seen the other", () => {
  const START = beginning(paragraph("a", "before"), picture({ alt: null }, "caption"), paragraph("b", "after"));
  type Edit = (writer: Writer, chance: Random) => void;
  const pictureAt = (writer: Writer) => {
    let at = -1;
    writer.state.doc.forEach((node, offset) => {
      if (node.type.name === "picture") at = offset;
    });
    return at;
  };
  const set =
    (attrs: Record<string, unknown>): Edit =>
    (writer) => {
      const at = pictureAt(writer);
      writer.dispatch(
        writer.state.tr.setNodeMarkup(at, undefined, { ...writer.state.doc.nodeAt(at)?.attrs, ...attrs }),
      );
    };
  const type =
    (letters: string): Edit =>
    (writer, chance) => {
      writer.select(writer.find("caption") + chance.below(8));
      for (const letter of letters) writer.type(letter);
    };
  const EDITS: Record<string, Edit> = {
    "a width": set({ share: 60 }),
    "a description": set({ alt: "Two prompts" }),
    letters: type("XYZ"),
    "another picture above": (writer) => {
      const other = editorSchema().nodes.picture?.create({ pictureId: ID });
      if (other) writer.dispatch(writer.state.tr.insert(pictureAt(writer), other));
    },
    "letters above": (writer) => {
      writer.select(writer.find("before") + 6);
      for (const letter of "UVW") writer.type(letter);
    },
  };
  const names = Object.keys(EDITS);
  const pairs = names.flatMap((hers, at) => names.slice(at).map((his) => [hers, his] as const));

  it.each(pairs)("%s and %s: both are there, and both see the same", (hers, his) => {
    for (let run = 1; run <= 20; run++) {
      const chance = new Random(run * 17);
      const people = [new Writer(START), new Writer(START)] as const;
      EDITS[hers]?.(people[0], chance);
      EDITS[his]?.(people[1], chance);
      meet(people, chance);
      const json = people[0].json();
      const text = wordsOf(json);
      const is = (name: string) => hers === name || his === name;
      if (is("letters")) expect(text).toContain("XYZ");
      if (is("letters above")) expect(text).toContain("UVW");
      expect([...text].filter((letter) => "caption".includes(letter)).length).toBeGreaterThanOrEqual(7);
      const shown = json.content?.find((node) => node.type === "picture" && node.content?.length)?.attrs;
      expect(shown).toMatchObject({
        ...(is("a width") ? { share: 60 } : {}),
        ...(is("a description") ? { alt: "Two prompts" } : {}),
      });
      for (const person of people) expect(person.state.doc.eq(person.stored())).toBe(true);
      expect(people[0].stored().eq(people[1].stored())).toBe(true);
    }
  });
});
