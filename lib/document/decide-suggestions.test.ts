import { expect, test } from "vitest";
import { decideText } from "./decide-suggestions.ts";
import type { DocumentNode } from "./document-json.ts";
import { hashOfContent } from "./draft-hash.ts";
import { PROPOSED_BREAK } from "./nodes/proposal-attributes.ts";
import { proposalsIn } from "./suggestion/proposals.ts";
import { textAs } from "./text-as.ts";

const [ANA, BEN] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const mark = (type: string, suggestionId: string, attrs = {}) => ({ type, attrs: { suggestionId, ...attrs } });
const insert = (id: string) => mark("suggestInsert", id);
const strike = (id: string) => mark("suggestDelete", id);
const text = (words: string, ...marks: DocumentNode["marks"] & object): DocumentNode =>
  marks.length > 0 ? { type: "text", text: words, marks } : { type: "text", text: words };
const line = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const doc = (...content: DocumentNode[]) => ({ type: "doc" as const, content });

const REPLACED = doc(line(text("It "), text("was", strike(ANA)), text("is", insert(ANA)), text(" late")));

test("a suggestion changes nothing until it is accepted", () => {
  expect(textAs(REPLACED, "as_it_stands")).toEqual(doc(line(text("It was late"))));
  expect(textAs(REPLACED, "as_proposed")).toEqual(doc(line(text("It is late"))));
});

test("one suggestion is decided, and the others stay as they are", () => {
  const both = doc(line(text("a", insert(ANA)), text("b", insert(BEN)), text("c", strike(ANA), strike(BEN))));
  const accepted = decideText(both, (id) => (id === ANA ? "accept" : "keep"));
  expect(accepted).toEqual(doc(line(text("a"), text("b", insert(BEN)))));
  const rejected = decideText(both, (id) => (id === ANA ? "reject" : "keep"));
  expect(rejected).toEqual(doc(line(text("b", insert(BEN)), text("c", strike(BEN)))));
});

test("text without suggestions is the same text, not a copy", () => {
  const plain = doc(line(text("It was late")));
  expect(textAs(plain, "as_it_stands")).toBe(plain);
});

test("two Enters make three lines, each without the id of the first", () => {
  const { content } = textAs(
    doc({ ...line(text(`a${PROPOSED_BREAK}b${PROPOSED_BREAK}`, insert(ANA)), text("c")), attrs: { id: "p" } }),
    "as_proposed",
  );
  expect(content).toEqual([
    { ...line(text("a")), attrs: { id: "p" } },
    { ...line(text("b")), attrs: {} },
    { ...line(text("c")), attrs: {} },
  ]);
});

test("lines join over a block that goes", () => {
  const gone = { ...line(text("b")), attrs: { suggestDelete: ANA } };
  const joined = { ...line(text("c")), attrs: { suggestJoin: ANA } };
  expect(textAs(doc(line(text("a")), gone, joined), "as_proposed")).toEqual(doc(line(text("ac"))));
  expect(textAs(doc(line(text("a")), gone, joined), "as_it_stands").content).toHaveLength(3);
});

test("a line becomes a heading, and keeps its id", () => {
  const wanted = { ...line(text("a")), attrs: { id: "p", suggestType: `${ANA} heading 3` } };
  expect(textAs(doc(wanted), "as_proposed").content).toEqual([
    { type: "heading", attrs: { id: "p", level: 3 }, content: [text("a")] },
  ]);
});

test("a list goes with its last item, and a text keeps a line", () => {
  const item = { type: "listItem", attrs: { suggestDelete: ANA }, content: [line(text("a"))] };
  const list = { type: "bulletList", content: [item] };
  expect(textAs(doc(list), "as_proposed")).toEqual(doc({ type: "paragraph" }));
});

test.each([
  [{ format: "bold", takes: false }, [], [{ type: "bold" }]],
  [{ format: "bold", takes: true }, [{ type: "bold" }, { type: "italic" }], [{ type: "italic" }]],
  [{ format: "code", takes: false }, [{ type: "bold" }], [{ type: "code" }]],
  [{ format: "bold", takes: false }, [{ type: "code" }], [{ type: "code" }]],
  [{ format: "link", takes: false, href: "/a" }, [], [{ type: "link", attrs: { href: "/a" } }]],
])("the proposed format %o on %o gives %o", (attrs, before, after) => {
  const marks = [...before, mark("suggestFormat", ANA, attrs)];
  expect(textAs(doc(line(text("a", ...marks))), "as_proposed")).toEqual(doc(line(text("a", ...after))));
});

test("both readings together show a proposed Enter", () => {
  const [shown] = textAs(doc(line(text(PROPOSED_BREAK, insert(ANA)))), "both").content ?? [];
  expect(shown).toEqual(line(text("¶", insert(ANA))));
});

test("a proposed chip is named", () => {
  const chip = { type: "eventChip", attrs: { eventId: "e1" }, marks: [strike(ANA)] };
  expect(proposalsIn([line(text("at ", strike(ANA)), chip)])).toMatchObject([{ deleted: "at [event]" }]);
});

test("proposals are listed in reading order, with what they say", () => {
  const added = { ...line(text("More")), attrs: { id: "q", suggestInsert: BEN } };
  const first = { ...REPLACED.content?.[0], type: "paragraph", attrs: { id: "p" } };
  expect(proposalsIn([first, added])).toMatchObject([
    { id: ANA, inserted: "is", deleted: "was", blockId: "p", blocks: [] },
    { id: BEN, blockId: "q", blocks: [{ change: "insert", type: "paragraph", text: "More" }] },
  ]);
});

test("an untouched draft with a suggestion still counts as untouched", () => {
  expect(hashOfContent(REPLACED.content ?? [])).toBe(hashOfContent([line(text("It was late"))]));
});
