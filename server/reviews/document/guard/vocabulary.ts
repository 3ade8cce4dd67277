import * as Y from "yjs";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { Refusal } from "./refusal.ts";

const { nodes, marks, topNodeType } = editorSchema();
const ELEMENTS = new Set(Object.keys(nodes).filter((name) => name !== topNodeType.name && name !== "text"));
const MARKS = new Set(Object.keys(marks));
/** Chips, mentions and breaks. They are inside the text as embeds. */
const LEAVES = new Map(Object.entries(nodes).filter(([, type]) => type.isInline && type.isLeaf && !type.isText));
/** Marks that can overlap have a hash after their name. */
const MARK_NAME = /^(.*?)(?:--[a-zA-Z0-9+/=]{8})?$/;

const unknown = (what: string) => new Refusal(CLOSE.refused, `unknown ${what}`.slice(0, 100));

/** An embed that its node doesn't allow makes every reader drop the whole line. */
function checkEmbed(embed: unknown): void {
  const { type, attrs = {} } = (embed ?? {}) as { type?: unknown; attrs?: unknown };
  const leaf = typeof type === "string" ? LEAVES.get(type) : undefined;
  if (!leaf || typeof attrs !== "object") throw unknown(`embed ${type}`);
  try {
    leaf.create(attrs as Record<string, unknown> | null).check();
  } catch {
    throw unknown(`${leaf.name} in the text`);
  }
}

function checkContent(content: Y.Item["content"]): void {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return;
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return;
  if (content instanceof Y.ContentFormat) {
    const name = MARK_NAME.exec(content.key)?.[1] ?? content.key;
    if (!MARKS.has(name)) throw unknown(`mark ${name}`);
    return;
  }
  if (content instanceof Y.ContentEmbed) {
    checkEmbed(content.embed);
    return;
  }
  if (!(content instanceof Y.ContentType)) throw unknown("content");
  if (content.type instanceof Y.XmlText) return;
  if (!(content.type instanceof Y.XmlElement)) throw unknown("type");
  if (!ELEMENTS.has(content.type.nodeName)) throw unknown(`node ${content.type.nodeName}`);
}

/** Rejects what none of our editors writes: a client that doesn't know a node deletes it for everyone. */
export function checkVocabulary(item: Y.Item): void {
  if (typeof item.parent === "string" && item.parent !== TEXT_FRAGMENT) throw unknown("part");
  checkContent(item.content);
}
