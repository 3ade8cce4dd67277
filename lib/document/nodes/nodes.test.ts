import { type DOMOutputSpec, type Node as EditorNode, Fragment } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { editorSchema } from "../schema.ts";

const schema = editorSchema();
const HOLDS = new Set(["callout", "draftBlock"]);
const PARAGRAPH = () => schema.node("paragraph", null, schema.text("x"));

/** A node of the schema, and what the page gets of it: the tag, its attributes and what is in it. */
const made = (name: string, attrs: Record<string, unknown>) =>
  schema.node(name, attrs, HOLDS.has(name) ? Fragment.from(PARAGRAPH()) : undefined);
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
    { kind: "timeline", ref: "INC-1" },
    "div",
    { "data-live-block": "", "data-kind": "timeline", "data-ref": "INC-1" },
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
    expect(spec[2]).toBe(HOLDS.has(name) ? 0 : words);
  });

  it("is read back from there", () => {
    const [rule] = schema.nodes[name]?.spec.parseDOM ?? [];
    const [marker] = Object.keys(attributes);
    expect(rule?.tag).toBe(`${tag}[${marker}]`);
    expect(rule?.getAttrs?.(element(attributes) as never)).toMatchObject(attrs);
  });
});

it.each([
  ["callout", { tone: "loud" }],
  ["callout", { tone: null }],
  ["liveBlock", { kind: "weather" }],
  ["recordChip", { noun: "planet" }],
  ["eventChip", { eventId: "x".repeat(501) }],
  ["eventChip", { eventId: 4 }],
])("%s does not allow %j", (name, attrs) => expect(() => made(name, attrs).check()).toThrow(/does not allow/));

it.each([
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
  const { comment } = schema.marks;
  const mark = comment?.create({ threadId: "t1" });
  expect(mark && comment?.spec.toDOM?.(mark, true)).toEqual(["span", { "data-thread-id": "t1" }, 0]);
  const [rule] = comment?.spec.parseDOM ?? [];
  expect(rule?.tag).toBe("span[data-thread-id]");
  expect(rule?.getAttrs?.(element({ "data-thread-id": "t1" }) as never)).toMatchObject({ threadId: "t1" });
  expect(mark && comment?.create({ threadId: "t2" }).addToSet([mark])).toHaveLength(2);
  expect(comment?.spec.inclusive).toBe(false);
});

it("keeps the section of a heading", () => {
  const heading = schema.node("heading", { level: 2, sectionKey: "impact" }, schema.text("Impact"));
  expect(attributesOf(pageOf(heading))).toMatchObject({ "data-section-key": "impact" });
  expect(schema.node("heading", { level: 2 }).attrs.sectionKey).toBeNull();
});
