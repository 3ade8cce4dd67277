import { type DOMOutputSpec, type Node as EditorNode, Fragment } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { editorSchema } from "../schema.ts";

const HOLDS = new Set(["callout", "draftBlock"]);
const HOLDS_TEXT = new Set(["linkCard", "picture"]);
const PARAGRAPH = () => editorSchema().node("paragraph", null, editorSchema().text("x"));

/** A node of the schema, and what the page gets of it: the tag, its attributes and what is in it. */
const made = (name: string, attrs: Record<string, unknown>) =>
  editorSchema().node(name, attrs, HOLDS.has(name) ? Fragment.from(PARAGRAPH()) : undefined);
const pageOf = (node: EditorNode) => node.type.spec.toDOM?.(node) as Exclude<DOMOutputSpec, string>;
const attributesOf = (spec: DOMOutputSpec) => {
  const [, attributes] = spec as unknown as [string, Record<string, unknown>];
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== "data-id"));
};

/** An element as the reader of pasted text sees it. */
const element = (attributes: Record<string, unknown>) =>
  ({
    getAttribute: (name: string) => attributes[name] ?? null,
    hasAttribute: (name: string) => name in attributes,
  }) as unknown as HTMLElement;

const NODES: readonly [string, Record<string, string>, string, Record<string, string>, string | undefined][] = [
  ["callout", { tone: "warning" }, "aside", { "data-callout": "", "data-tone": "warning" }, undefined],
  [
    "draftBlock",
    { key: "summary", hash: "0f" },
    "section",
    { "data-draft-block": "", "data-key": "summary", "data-hash": "0f" },
    undefined,
  ],
  ["eventChip", { eventId: "e1" }, "span", { "data-event-chip": "", "data-event-id": "e1" }, undefined],
  ["guidance", { sectionKey: "impact" }, "div", { "data-guidance": "", "data-section-key": "impact" }, undefined],
  [
    "liveBlock",
    { kind: "timeline", ref: "INC-1", events: "pinned", columns: "a b" },
    "div",
    {
      "data-live-block": "",
      "data-kind": "timeline",
      "data-ref": "INC-1",
      "data-events": "pinned",
      "data-columns": "a b",
    },
    undefined,
  ],
  [
    "linkCard",
    { href: "https://example.org/a" },
    "div",
    { "data-link-card": "", "data-href": "https://example.org/a" },
    undefined,
  ],
  [
    "personMention",
    { userId: "u1", label: "Ana" },
    "span",
    { "data-person-mention": "", "data-user-id": "u1", "data-label": "Ana" },
    "@Ana",
  ],
  [
    "recordChip",
    { noun: "action-item", key: "ACT-31" },
    "span",
    { "data-record-chip": "", "data-noun": "action-item", "data-key": "ACT-31" },
    "ACT-31",
  ],
];

describe.each(NODES)("%s on a page", (name, attrs, tag, attributes, words) => {
  it("is written with all that is known of it", () => {
    const spec = pageOf(made(name, attrs)) as unknown as unknown[];
    expect(spec[0]).toBe(tag);
    expect(attributesOf(spec as unknown as DOMOutputSpec)).toEqual(attributes);
    expect(spec[2]).toBe(HOLDS.has(name) || HOLDS_TEXT.has(name) ? 0 : words);
  });

  it("is read back from there", () => {
    const [rule] = editorSchema().nodes[name]?.spec.parseDOM ?? [];
    const [marker] = Object.keys(attributes);
    expect(rule?.tag).toBe(`${tag}[${marker}]`);
    expect(rule?.getAttrs?.(element(attributes) as never)).toMatchObject(attrs);
  });
});

it("reads a heading's section from a page", () => {
  const read = editorSchema()
    .nodes.heading?.spec.parseDOM?.map((rule) => rule.getAttrs?.(element({ "data-section-key": "impact" }) as never))
    .at(0);
  expect(read).toMatchObject({ sectionKey: "impact" });
});

it("puts a picture's caption in a separate element", () => {
  const picture = editorSchema().node("picture", { pictureId: "p1", alt: "A graph", pixelWidth: 8, pixelHeight: 6 });
  const spec = pageOf(picture) as unknown as unknown[];
  expect([spec[0], spec[2]]).toEqual(["figure", ["figcaption", 0]]);
  const page = { "data-picture-id": "p1", "data-alt": "A graph", "data-pixel-width": "8", "data-pixel-height": "6" };
  expect(attributesOf(spec as unknown as DOMOutputSpec)).toMatchObject(page);
  const [rule] = editorSchema().nodes.picture?.spec.parseDOM ?? [];
  expect(rule?.contentElement).toBe("figcaption");
  expect(rule?.getAttrs?.(element(page) as never)).toMatchObject({ pictureId: "p1", alt: "A graph", pixelWidth: 8 });
  for (const side of ["pixelWidth", "pixelHeight"])
    for (const value of [0, 16_385]) expect(() => made("picture", { [side]: value }).check(), side).toThrow(/does not/);
});

it.each([
  ["linkCard", { href: "x".repeat(2001) }],
  ["liveBlock", { kind: "timeline", columns: "x".repeat(201) }],
  ["liveBlock", { kind: "timeline", events: "none" }],
  ["paragraph", { suggestInsert: "x".repeat(81) }],
  ["callout", { tone: "loud" }],
  ["callout", { tone: null }],
  ["liveBlock", { kind: "weather" }],
  ["recordChip", { noun: "planet" }],
  ["eventChip", { eventId: "x".repeat(501) }],
  ["eventChip", { eventId: 4 }],
])("%s does not allow %j", (name, attrs) => expect(() => made(name, attrs).check()).toThrow(/does not allow/));

it.each([
  ["linkCard", { href: "x".repeat(2000) }, {}],
  ["callout", {}, { tone: "note" }],
  ["eventChip", {}, { eventId: null }],
  ["eventChip", { eventId: "x".repeat(500) }, { eventId: "x".repeat(500) }],
  ["liveBlock", { kind: "timeline" }, { kind: "timeline", ref: null }],
])("%s allows %j", (name, attrs, kept) => {
  const node = made(name, attrs);
  node.check();
  expect(node.attrs).toMatchObject(kept);
});

it("leaves out of a page what a node does not have", () => {
  expect(attributesOf(pageOf(made("liveBlock", { kind: "timeline" })))).toEqual({
    "data-live-block": "",
    "data-kind": "timeline",
  });
  expect((pageOf(made("personMention", {})) as unknown as unknown[])[2]).toBe("@");
  expect((pageOf(made("recordChip", {})) as unknown as unknown[])[2]).toBe("");
});

it("anchors a comment to its thread, over others", () => {
  const { comment } = editorSchema().marks;
  const mark = comment?.create({ threadId: "t1" });
  expect(mark && comment?.spec.toDOM?.(mark, true)).toEqual(["span", { "data-thread-id": "t1" }, 0]);
  const [rule] = comment?.spec.parseDOM ?? [];
  expect(rule?.tag).toBe("span[data-thread-id]");
  expect(rule?.getAttrs?.(element({ "data-thread-id": "t1" }) as never)).toMatchObject({ threadId: "t1" });
  expect(mark && comment?.create({ threadId: "t2" }).addToSet([mark])).toHaveLength(2);
  expect(comment?.spec.inclusive).toBe(false);
});

it("reads a proposed format from a page, and whether it is given or taken", () => {
  const { suggestFormat } = editorSchema().marks;
  const pageOfMark = (attrs: Record<string, unknown>) => {
    const mark = suggestFormat?.create(attrs);
    return mark && attributesOf(suggestFormat?.spec.toDOM?.(mark, true) as DOMOutputSpec);
  };
  const taken = { suggestionId: "s1", format: "link", takes: true, href: "https://example.org" };
  const page = { "data-suggest": "format", "data-suggestion-id": "s1", "data-format": "link", "data-href": taken.href };
  expect(pageOfMark(taken)).toEqual({ ...page, "data-takes": "" });
  expect(pageOfMark({ ...taken, takes: false })).toEqual(page);
  const read = (attributes: Record<string, unknown>) =>
    suggestFormat?.spec.parseDOM?.[0]?.getAttrs?.(element(attributes) as never);
  expect(read({ ...page, "data-takes": "" })).toMatchObject(taken);
  expect(read(page)).toMatchObject({ ...taken, takes: false });
});

it("keeps the section of a heading", () => {
  const heading = editorSchema().node("heading", { level: 2, sectionKey: "impact" }, editorSchema().text("Impact"));
  expect(attributesOf(pageOf(heading))).toMatchObject({ "data-section-key": "impact" });
  expect(editorSchema().node("heading", { level: 2 }).attrs.sectionKey).toBeNull();
});
