import { getSchema } from "@tiptap/core";
import type { MarkType, NodeType } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { editorExtensions, looksLikeAddress } from "../schema.ts";

/** "content group, flags | attributes with what they are at first | tags it is read from | what the page gets" */
function shapeOf(type: NodeType | MarkType): string {
  const { spec } = type;
  const flags = ["inline", "atom", "isolating", "defining", "draggable", "selectable", "inclusive"].flatMap((name) =>
    spec[name] === undefined ? [] : [spec[name] ? name : `not ${name}`],
  );
  const attributes = Object.entries(spec.attrs ?? {}).flatMap(([name, { default: first }]) =>
    name.startsWith("suggest") && name !== "suggestionId" ? [] : [`${name}=${JSON.stringify(first)}`],
  );
  const tags = (spec.parseDOM ?? []).flatMap((rule) => rule.tag ?? []);
  const made = "create" in type && !("isText" in type && type.isText) ? type.create() : null;
  const page = made
    ? JSON.stringify((spec.toDOM as ((one: unknown, inline: boolean) => unknown) | undefined)?.(made, true))
    : "";
  const kinds = [
    spec.content,
    spec.group,
    ...flags,
    ...(spec.excludes === undefined ? [] : [`excludes "${spec.excludes}"`]),
  ];
  return [kinds.filter(Boolean).join(", "), attributes.join(" "), tags.join(" "), page].join(" | ");
}

/** Ours: the others are those of the library. */
const OWN = [
  ...["callout", "collapsible", "draftBlock", "eventChip", "guidance", "linkCard", "liveBlock", "personMention"],
  ...["picture", "recordChip", "comment", "suggestInsert", "suggestDelete", "suggestFormat"],
];

it("keeps the form in which texts are stored", () => {
  const { nodes, marks } = getSchema(editorExtensions());
  expect(Object.fromEntries(OWN.map((name) => [name, shapeOf((nodes[name] ?? marks[name]) as NodeType)]))).toEqual({
    callout:
      'block+, block, defining | id=null tone="note" | aside[data-callout] | ["aside",{"data-tone":"note","data-callout":""},0]',
    collapsible:
      'block+, block, defining | id=null | div[data-collapsible] details | ["div",{"data-collapsible":""},0]',
    comment: 'not inclusive, excludes "" | threadId=null | span[data-thread-id] | ["span",{},0]',
    draftBlock:
      'block+, block, defining | id=null key=null hash=null | section[data-draft-block] | ["section",{"data-draft-block":""},0]',
    eventChip:
      'inline, inline, atom, selectable | eventId=null | span[data-event-chip] | ["span",{"data-event-chip":""}]',
    guidance: 'block, atom, selectable | sectionKey=null | div[data-guidance] | ["div",{"data-guidance":""}]',
    linkCard:
      'inline*, block, defining, selectable | id=null href=null | div[data-link-card] | ["div",{"data-link-card":""},0]',
    liveBlock:
      'block, atom, isolating, draggable, selectable | id=null kind=null ref=null events=null columns=null | div[data-live-block] | ["div",{"data-live-block":""}]',
    personMention:
      'inline, inline, atom, selectable | userId=null label=null | span[data-person-mention] | ["span",{"data-person-mention":""},"@"]',
    picture:
      'inline*, block, isolating, defining, selectable | id=null pictureId=null alt=null share=100 pixelWidth=null pixelHeight=null | figure[data-picture] | ["figure",{"data-share":"100","data-picture":""},["figcaption",0]]',
    recordChip:
      'inline, inline, atom, selectable | noun=null key=null | span[data-record-chip] | ["span",{"data-record-chip":""},""]',
    suggestDelete:
      'not inclusive, excludes "" | suggestionId=null | span[data-suggest="delete"] | ["span",{"data-suggest":"delete","role":"deletion"},0]',
    suggestFormat:
      'not inclusive, excludes "" | suggestionId=null format="bold" takes=false href=null | span[data-suggest="format"] | ["span",{"data-format":"bold","data-suggest":"format"},0]',
    suggestInsert:
      'not inclusive | suggestionId=null | span[data-suggest="insert"] | ["span",{"data-suggest":"insert","role":"insertion"},0]',
  });
});

it("allows proposals in every block but a cell, and gives an id to each that is referred to", () => {
  const { nodes } = getSchema(editorExtensions());
  const withAttribute = (name: string) =>
    Object.values(nodes).flatMap((type) => (type.spec.attrs?.[name] ? [type.name] : []));
  expect(withAttribute("suggestJoin")).toEqual(withAttribute("suggestInsert"));
  expect(Object.keys(nodes).filter((name) => !withAttribute("suggestInsert").includes(name))).toEqual([
    "doc",
    "hardBreak",
    "text",
    "tableCell",
    "tableHeader",
    "eventChip",
    "personMention",
    "recordChip",
  ]);
  expect(Object.keys(nodes).filter((name) => !withAttribute("id").includes(name))).toEqual([
    "doc",
    "hardBreak",
    "horizontalRule",
    "text",
    "tableCell",
    "tableHeader",
    "tableRow",
    "eventChip",
    "guidance",
    "personMention",
    "recordChip",
  ]);
});

it.each([
  ["https://example.com", true],
  ["HTTP://example.com", true],
  ["mailto:ana@example.com", true],
  ["ana@example.com", true],
  ["www.example.com", true],
  ["deploy.sh", false],
  ["README.md", false],
  ["example.com", false],
])("makes a link of %s while someone types: %s", (typed, isLink) => expect(looksLikeAddress(typed)).toBe(isLink));
