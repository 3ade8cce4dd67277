import * as Y from "yjs";
import { type DocumentNode, isSectionHead, stringAttr } from "./document-json.ts";
import { storedJson } from "./from-yjs.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";

/** Changes from a time without a connection that the server has merged. */
export interface MergedEdits {
  changes: number;
  /** How many of them are in sections that others changed in that time. Null where that isn't known. */
  shared: number | null;
  /** The ids of the blocks with these changes, in the order of the text. */
  blockIds: readonly string[];
}

/** An edit that the server has confirmed. It can consist of several changes. */
export interface ConfirmedEdit {
  update: Uint8Array;
  changes: number;
  /** Another tab wrote it, so it isn't known which sections others changed. */
  isLeft: boolean;
}

/** A comment marks words, and doesn't change them. */
const COMMENT = /^comment(?:--|$)/;

const isComment = (struct: Y.Item) => struct.content instanceof Y.ContentFormat && COMMENT.test(struct.content.key);

/** The parts of a document that an update adds or deletes. */
function* changedRanges(update: Uint8Array): Generator<{ client: number; clock: number; end: number; isNew: boolean }> {
  const { structs, ds } = Y.decodeUpdate(update);
  for (const struct of structs)
    if (struct instanceof Y.Item || struct instanceof Y.GC)
      yield { client: struct.id.client, clock: struct.id.clock, end: struct.id.clock + struct.length, isNew: true };
  for (const [client, deleted] of ds.clients)
    for (const { clock, len } of deleted) yield { client, clock, end: clock + len, isNew: false };
}

interface Changed {
  /** The blocks, each as what is directly in the text. */
  blocks: Y.ID[];
  /** Something new is in a block that was deleted, and nothing tells in which. */
  isLost: boolean;
}

/** Returns the blocks of a text that an update changed. */
function changedBy(document: Y.Doc, update: Uint8Array): Changed {
  const { store } = document;
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const blocks = new Map<string, Y.ID>();
  let isLost = false;
  for (const { client, clock, end, isNew } of changedRanges(update)) {
    for (let at = clock; at < Math.min(end, Y.getState(store, client)); ) {
      const struct: unknown = Y.getItem(store, Y.createID(client, at));
      if (!(struct instanceof Y.AbstractStruct)) break;
      at = struct.id.clock + struct.length;
      if (struct instanceof Y.Item && isComment(struct)) continue;
      let top = struct instanceof Y.Item ? struct : null;
      while (top && top.parent !== fragment) top = top.parent instanceof Y.AbstractType ? top.parent._item : null;
      if (top) blocks.set(`${top.id.client}:${top.id.clock}`, top.id);
      else isLost ||= isNew;
    }
  }
  return { blocks: [...blocks.values()], isLost };
}

/** The blocks of a text as it is now, with their sections. */
class Blocks {
  private readonly nodes: DocumentNode[];
  /** A deleted block has the place of the one before it. */
  private readonly places = new Map<unknown, number>();
  private readonly sections: number[] = [];

  constructor(private readonly document: Y.Doc) {
    this.nodes = storedJson(document).content ?? [];
    let place = -1;
    for (let item = document.getXmlFragment(TEXT_FRAGMENT)._start; item; item = item.right) {
      if (!item.deleted) place += 1;
      this.places.set(item, Math.max(0, place));
    }
    let section = 0;
    for (const node of this.nodes) {
      if (isSectionHead(node) && !node.attrs?.suggestInsert) section += 1;
      this.sections.push(section);
    }
  }

  placesOf(blocks: readonly Y.ID[]): number[] {
    return blocks.flatMap((id) => this.places.get(Y.getItem(this.document.store, id)) ?? []);
  }

  sectionAt(place: number): number {
    return this.sections[place] ?? 0;
  }

  /** Returns the id of a block, or of the last one before it that has one. */
  idAt(place: number): string | null {
    const node = this.nodes.slice(0, place + 1).findLast((one) => stringAttr(one, "id") !== null);
    return node ? stringAttr(node, "id") : null;
  }
}

const sumOf = (edits: readonly { changes: number }[]) => edits.reduce((sum, { changes }) => sum + changes, 0);

const UNKNOWN: Omit<MergedEdits, "changes"> = { shared: null, blockIds: [] };

/** How long a return is shown, and how long where there is something to look at. */
const SHOWN_MS = 20_000;
const LOOK_MS = 120_000;

/** Determines, after a time without a connection, which changes were merged, and where others had changed the text. */
export class ReturnTeller {
  merged: MergedEdits | null = null;
  /** Set while there is no connection, and until everything from that time is confirmed. */
  private others: Uint8Array[] | null = null;
  /** The blocks of own edits, before others could delete them. */
  private readonly own = new WeakMap<Uint8Array, Changed>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly document: Y.Doc,
    private readonly options: {
      isRemote: (origin: unknown) => boolean;
      /** The edits that the server hasn't confirmed. */
      unsent: () => readonly Uint8Array[];
      onChange: () => void;
    },
  ) {
    document.on("beforeTransaction", this.before);
    document.on("update", this.onUpdate);
  }

  /** The connection is lost. */
  left(): void {
    this.others = [];
    this.show(null);
  }

  /**
   * The server has these edits. `isReturn`: they're everything that was written without a connection, and the text has
   * everything that others wrote in that time.
   */
  confirmed(edits: readonly ConfirmedEdit[], isReturn: boolean): void {
    const others = this.others ?? [];
    if (isReturn) this.others = null;
    const own = isReturn ? edits : edits.filter(({ isLeft }) => isLeft);
    if (own.length === 0) return;
    const isKnown = this.merged === null && own.every(({ isLeft }) => !isLeft);
    const changes = sumOf(own) + (this.merged?.changes ?? 0);
    this.show({ changes, ...(isKnown ? this.nextTo(own, others) : UNKNOWN) });
  }

  /** Ends what is shown before its time. */
  end(): void {
    this.show(null);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.document.off("beforeTransaction", this.before);
    this.document.off("update", this.onUpdate);
  }

  private nextTo(own: readonly ConfirmedEdit[], others: readonly Uint8Array[]): Omit<MergedEdits, "changes"> {
    const theirs = others.map((update) => changedBy(this.document, update));
    if (theirs.some(({ isLost }) => isLost)) return UNKNOWN;
    const blocks = new Blocks(this.document);
    const sections = new Set(theirs.flatMap((one) => blocks.placesOf(one.blocks)).map((at) => blocks.sectionAt(at)));
    const shared = own.map(({ update, changes }) => {
      const changed = this.own.get(update) ?? changedBy(this.document, update);
      return { changes, places: blocks.placesOf(changed.blocks).filter((at) => sections.has(blocks.sectionAt(at))) };
    });
    const places = [...new Set(shared.flatMap((edit) => edit.places))].sort((one, other) => one - other);
    return {
      shared: sumOf(shared.filter((edit) => edit.places.length > 0)),
      blockIds: [...new Set(places.flatMap((at) => blocks.idAt(at) ?? []))],
    };
  }

  private show(merged: MergedEdits | null): void {
    clearTimeout(this.timer);
    if (merged) this.timer = setTimeout(() => this.show(null), merged.blockIds.length > 0 ? LOOK_MS : SHOWN_MS);
    if (this.merged === merged) return;
    this.merged = merged;
    this.options.onChange();
  }

  private readonly before = ({ origin }: Y.Transaction) => {
    if (!this.others || !this.options.isRemote(origin)) return;
    for (const update of this.options.unsent())
      if (!this.own.has(update)) this.own.set(update, changedBy(this.document, update));
  };

  private readonly onUpdate = (update: Uint8Array, origin: unknown) => {
    if (this.options.isRemote(origin)) this.others?.push(update);
  };
}
