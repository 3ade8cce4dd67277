import * as Y from "yjs";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { Refusal } from "./refusal.ts";

const STEPS_PER_STRUCT = 4;
const SPARE_STEPS = 10_000;

/** The parent of a part of the document: its root, an element by its name, or a text. */
export type Holder = { root: true } | { element: string } | { text: true };

/** The place of a part of the document. */
export interface Place {
  holder: Holder;
  /** The parent of the holder. Null for the root. */
  above: Holder | null;
  /** Whether it is a value of its holder, and not inside it. */
  isAttribute: boolean;
  /** Number of elements and texts around it. */
  depth: number;
}

function holderOf({ content }: Y.Item): Holder | null {
  if (!(content instanceof Y.ContentType)) return null;
  if (content.type instanceof Y.XmlElement) return { element: content.type.nodeName };
  return content.type instanceof Y.XmlText ? { text: true } : null;
}

const inside = (item: Y.Item, around: Place | null, isAttribute: boolean): Place | null => {
  const holder = holderOf(item);
  return holder && around && { holder, above: around.holder, isAttribute, depth: around.depth + 1 };
};

const atRoot = (isAttribute: boolean): Place => ({ holder: { root: true }, above: null, isAttribute, depth: 1 });

/** Returns the place of a part of the document. Null if it was deleted with everything around it. */
function placeInDocument(document: Y.Doc, id: Y.ID): Place | null {
  const item: unknown = Y.getItem(document.store, id);
  if (!(item instanceof Y.Item)) return null;
  const path: Y.Item[] = [];
  let at: unknown = item;
  while (at instanceof Y.Item) {
    path.push(at);
    at = at.parent instanceof Y.AbstractType ? at.parent._item : undefined;
  }
  if (at !== null) return null;
  const [outermost, ...rest] = path.reverse();
  if (!outermost) return null;
  let [before, place]: [Y.Item, Place | null] = [outermost, atRoot(outermost.parentSub !== null)];
  for (const next of rest) [before, place] = [next, inside(before, place, next.parentSub !== null)];
  return place;
}

/** Finds the place of each item of an update: in what it names, or next to its neighbour. */
export class Places {
  private readonly known = new Map<Y.Item, Place | null>();
  private readonly byClient = new Map<number, Y.Item[]>();
  private steps: number;

  constructor(
    private readonly document: Y.Doc,
    items: readonly Y.Item[],
  ) {
    this.steps = items.length * STEPS_PER_STRUCT + SPARE_STEPS;
    for (const item of items) {
      const list = this.byClient.get(item.id.client) ?? [];
      this.byClient.set(item.id.client, list);
      list.push(item);
    }
  }

  /** Null if its holder is deleted, and it will be too. */
  of(item: Y.Item): Place | null {
    const path: { item: Y.Item; isInside: boolean; reference: Y.ID | null }[] = [];
    for (let at: Y.Item | undefined = item; at && !this.known.has(at); ) {
      if (this.steps-- === 0) throw new Refusal(CLOSE.refused, "nested too deep");
      const parent: Y.ID | null = at.parent instanceof Y.ID ? at.parent : null;
      const reference: Y.ID | null = parent ?? at.origin ?? at.rightOrigin;
      path.push({ item: at, isInside: parent !== null, reference });
      at = reference ? this.inUpdate(reference) : undefined;
    }
    for (const step of path.reverse()) this.known.set(step.item, this.placeFrom(step));
    return this.known.get(item) ?? null;
  }

  private placeFrom({ item, isInside, reference }: { item: Y.Item; isInside: boolean; reference: Y.ID | null }) {
    const isAttribute = item.parentSub !== null;
    if (!reference) return typeof item.parent === "string" ? atRoot(isAttribute) : null;
    const other = this.inUpdate(reference);
    const place = other ? (this.known.get(other) ?? null) : placeInDocument(this.document, reference);
    if (!isInside) return place;
    const parent: unknown = other ?? Y.getItem(this.document.store, reference);
    return parent instanceof Y.Item ? inside(parent, place, isAttribute) : null;
  }

  private inUpdate({ client, clock }: Y.ID): Y.Item | undefined {
    const items = this.byClient.get(client) ?? [];
    let low = 0;
    let high = items.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const item = items[middle];
      if (!item) return undefined;
      if (item.id.clock > clock) high = middle - 1;
      else if (item.id.clock + item.length <= clock) low = middle + 1;
      else return item;
    }
    return undefined;
  }
}
