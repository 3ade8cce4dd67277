import type { DOMOutputSpec, Mark, Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { stringAttr } from "#lib/document/document-json.ts";
import { storedJson } from "#lib/document/from-yjs.ts";
import { givenText, type SentText } from "#lib/document/given-text.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { recordWords } from "#lib/document/text.ts";

const KEPT = 'contenteditable="false"';
const NAMES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => NAMES[letter] ?? letter);
/** Their records come later. An atom of the text has one place in it, whatever it shows. */
const place = (name: string) => () => `<div ${KEPT} data-served="${name}"></div>`;

/** Nodes that the browser draws with their records. */
const DRAWN: Partial<Record<string, (node: Node) => string>> = {
  eventChip: () => `<span ${KEPT} data-served="chip"></span>`,
  recordChip: ({ attrs: { noun, key } }) =>
    `<span ${KEPT} data-served="chip">${escaped(recordWords(String(noun), String(key)))}</span>`,
  personMention: ({ attrs }) =>
    `<span ${KEPT} data-person-mention>@${escaped(stringAttr({ type: "", attrs }, "label") ?? "")}</span>`,
  liveBlock: ({ attrs: { id, kind } }) =>
    `<div ${KEPT} data-served="block"${attributesOf({ "data-id": id, "data-kind": kind })}></div>`,
  guidance: place("questions"),
  picture: place("picture"),
  linkCard: place("card"),
};

/** Elements without an end. */
const EMPTY = new Set(["br", "hr", "img", "input", "col"]);

const attributesOf = (attributes: Record<string, unknown>) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");

/** The element that a node or mark of the schema is, around its content. */
function element(spec: DOMOutputSpec | 0, content: string): string {
  if (spec === 0) return content;
  if (typeof spec === "string") return escaped(spec);
  if (!Array.isArray(spec)) throw new TypeError("Only the browser has elements");
  const [name, ...parts]: unknown[] = spec;
  const [first] = parts;
  const hasAttributes = typeof first === "object" && first !== null && !Array.isArray(first);
  const inside = (hasAttributes ? parts.slice(1) : parts).map((part) => element(part as DOMOutputSpec | 0, content));
  const start = `<${String(name)}${hasAttributes ? attributesOf(first as Record<string, unknown>) : ""}>`;
  return EMPTY.has(String(name)) ? start : `${start}${inside.join("")}</${String(name)}>`;
}

function marked(mark: Mark, content: string): string {
  const { toDOM } = mark.type.spec;
  return toDOM ? element(toDOM(mark, true), content) : content;
}

const ID = "\u0001";
const CONTENT = "\u0002";

/**
 * Writes a text. Lines with equal attributes differ in their ids only, so the schema is asked once for all of them:
 * asking for each, as a general renderer does, was a third of the time in which the server answers.
 */
function htmlWriter(): (node: Node) => string {
  const known = new Map<string, string[]>();

  function around(node: Node, id: unknown): string[] {
    const { toDOM } = node.type.spec;
    if (!toDOM) return ["", ""];
    // The columns of a table are in its first row.
    if (node.type.spec.tableRole === "table") return element(toDOM(node), CONTENT).split(CONTENT);
    const attrs = { ...node.attrs, ...(typeof id === "string" ? { id: ID } : {}) };
    const key = `${node.type.name} ${JSON.stringify(attrs)}`;
    const parts = known.get(key) ?? element(toDOM(node.type.create(attrs)), CONTENT).split(CONTENT);
    known.set(key, parts);
    return parts;
  }

  function own(node: Node): string {
    if (node.isText) return escaped(node.text ?? "");
    const drawn = DRAWN[node.type.name];
    if (drawn) return drawn(node);
    const id: unknown = node.attrs.id;
    const [start = "", end = ""] = around(node, id);
    return `${start.replace(ID, () => escaped(String(id)))}${node.children.map(write).join("")}${end}`;
  }
  const write = (node: Node): string => node.marks.reduceRight((words, mark) => marked(mark, words), own(node));
  return write;
}

/**
 * Returns the text that comes with a page as HTML, everything that is proposed included, so its places are those of the
 * editor. Empty if there is none. Only the server calls this.
 */
export function servedHtml(sent: SentText | undefined, documentId: string): string {
  const given = givenText(sent, documentId);
  if (!given) return "";
  const document = new Y.Doc();
  try {
    Y.applyUpdate(document, given.state);
    return htmlWriter()(editorSchema().nodeFromJSON(storedJson(document)));
  } catch {
    return ""; // it comes over the socket, where what can't be read is told
  } finally {
    document.destroy();
  }
}
