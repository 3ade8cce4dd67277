import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";

/** One letter, or one chip, of a text. It keeps its id for good, and its place even after it is deleted. */
export interface Unit {
  id: Y.ID;
  /** A letter, or the type of a chip. */
  value: string | object;
  isDeleted: boolean;
  /** The suggestion that proposes it. Null if it isn't proposed, or has no such mark any more. */
  suggestion: unknown;
}

/** The mark of proposed text. */
export const PROPOSED = "suggestInsert";

function valueAt({ content }: Y.Item, offset: number): string | object | undefined {
  if (content instanceof Y.ContentString) return content.str[offset];
  return content instanceof Y.ContentEmbed ? content.embed : undefined;
}

/** Returns all letters of a text in order, including those deleted since the document was loaded. */
export function unitsOf(text: Y.XmlText): Unit[] {
  const units: Unit[] = [];
  let suggestion: unknown = null;
  for (let item = text._start; item; item = item.right) {
    if (item.content instanceof Y.ContentFormat && item.content.key === PROPOSED) suggestion = item.content.value;
    for (let offset = 0; offset < item.length; offset++) {
      const value = valueAt(item, offset);
      const id = Y.createID(item.id.client, item.id.clock + offset);
      if (value !== undefined) units.push({ id, value, isDeleted: item.deleted, suggestion });
    }
  }
  return units;
}

/** No one reads a line this long, and going through its letters would block everyone. */
const MOST_LETTERS = 10_000;

/** Returns whether a text has so many letters, including deleted ones, that it isn't repaired. */
export function isLong(text: Y.XmlText): boolean {
  let letters = 0;
  for (let item = text._start; item && letters <= MOST_LETTERS; item = item.right) letters += item.length;
  return letters > MOST_LETTERS;
}

/** Returns the item that an id is in. Null if it isn't there, or was discarded. */
export function itemAt(document: Y.Doc, id: Y.ID): Y.Item | null {
  if (Y.getState(document.store, id.client) <= id.clock) return null;
  const item: unknown = Y.getItem(document.store, id);
  return item instanceof Y.Item ? item : null;
}

/** Returns the text that a letter was written in. */
export function textOf(document: Y.Doc, id: Y.ID): Y.XmlText | null {
  const parent = itemAt(document, id)?.parent;
  return parent instanceof Y.XmlText ? parent : null;
}

export const isStanding = (document: Y.Doc, id: Y.ID): boolean => itemAt(document, id)?.deleted === false;

export interface Place {
  text: Y.XmlText;
  index: number;
}

/** Returns where a letter is, or was in a text that still exists. */
export function placeOf(document: Y.Doc, id: Y.ID): Place | null {
  const item = itemAt(document, id);
  const text = textOf(document, id);
  if (!item || !text || text._item?.deleted !== false) return null;
  let index = item.deleted ? 0 : id.clock - item.id.clock;
  for (let other = text._start; other && other !== item; other = other.right)
    if (!other.deleted && other.countable) index += other.length;
  return { text, index };
}

/** The position after a letter, where the next one would be written. */
export function placeBehind(document: Y.Doc, id: Y.ID): Place | null {
  const place = placeOf(document, id);
  return place && { text: place.text, index: place.index + (isStanding(document, id) ? 1 : 0) };
}

function pathOf(text: Y.XmlText): number[] {
  const path: number[] = [];
  for (let at: Y.Item | null = text._item; at; at = at.parent instanceof Y.AbstractType ? at.parent._item : null) {
    let index = 0;
    for (let left = at.left; left; left = left.left) if (!left.deleted) index++;
    path.unshift(index);
  }
  return path;
}

/** Returns whether a letter is before another one in the document. */
export function isBefore(document: Y.Doc, one: Y.ID, other: Y.ID): boolean {
  const [a, b] = [placeOf(document, one), placeOf(document, other)];
  if (!a || !b) return false;
  const [left, right] = [
    [...pathOf(a.text), a.index],
    [...pathOf(b.text), b.index],
  ];
  const differs = left.findIndex((step, depth) => step !== right[depth]);
  return differs >= 0 && (left[differs] ?? 0) < (right[differs] ?? -1);
}

/** Inserts letters and chips into a text. Returns their new ids. */
export function insertUnits(document: Y.Doc, { text, index }: Place, values: readonly Unit["value"][]): Y.ID[] {
  const { clientID: client } = document;
  const before = Y.getState(document.store, client);
  for (let from = 0, to = 0; from < values.length; from = to) {
    const value = values[from];
    to = from + 1;
    if (typeof value !== "string") {
      if (value) text.insertEmbed(index + from, value);
      continue;
    }
    while (typeof values[to] === "string") to++;
    text.insert(index + from, values.slice(from, to).join(""));
  }
  const put: Y.ID[] = [];
  for (let clock = before; clock < Y.getState(document.store, client); clock++) {
    const id = Y.createID(client, clock);
    if (itemAt(document, id)?.countable) put.push(id);
  }
  return put;
}

/** Creates an empty paragraph where the block of a text is, or was. Returns where to write in it. */
export function insertLine(document: Y.Doc, beside: Y.XmlText): Place | null {
  let block = beside._item;
  while (block?.parent instanceof Y.XmlElement) block = block.parent._item;
  if (!block || !(block.parent instanceof Y.XmlFragment)) return null;
  let index = block.deleted ? 0 : 1;
  for (let left = block.left; left; left = left.left) if (!left.deleted && left.countable) index += left.length;
  const line = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  line.setAttribute("id", randomUUID());
  line.insert(0, [text]);
  document.getXmlFragment(TEXT_FRAGMENT).insert(index, [line]);
  return { text, index: 0 };
}

/** Deletes those of the letters that still exist, neighbours together. */
export function removeUnits(document: Y.Doc, ids: readonly Y.ID[]): void {
  for (let from = 0, to = 0; from < ids.length; from = to) {
    const id = ids[from];
    to = from + 1;
    const item = id && itemAt(document, id);
    const place = id && item && !item.deleted ? placeOf(document, id) : null;
    if (!id || !item || !place) continue;
    const end = item.id.clock + item.length;
    while (ids[to]?.client === id.client && ids[to]?.clock === id.clock + to - from && id.clock + to - from < end) to++;
    place.text.delete(place.index, to - from);
  }
}
