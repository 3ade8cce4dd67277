import * as Y from "yjs";
import type { Moves } from "./moves.ts";
import { Comparing, type Pair, pairCopies } from "./pair-copies.ts";
import type { Sender } from "./sender.ts";
import { isLong, itemAt, textOf, unitsOf } from "./units.ts";

/** Repairs are written under ids that no browser has, one for each repaired row: this plus the row's number. */
export const FIRST_REPAIRER = 2 ** 32;

/**
 * Enter and joined lines are small. A row with more parts than this is applied without a repair, because that would
 * block everyone.
 */
const MOST_PARTS = 1000;

/** Letters that an edit deleted from one text and wrote again in another. */
export interface Moved {
  from: Y.XmlText;
  to: Y.XmlText;
  pairs: Pair[];
}

/** The changes of one row of the log, once it is applied. */
export class Change {
  private readonly known: Map<number, number>;
  private readonly structs: ReturnType<typeof Y.decodeUpdate>["structs"];
  /** Deletions of its writer, or those that a returning tab knew. */
  readonly named: ReturnType<typeof Y.createDeleteSet>;
  /** Its deletions, with everything inside. */
  private deleted = Y.createDeleteSet();
  private readonly cut = new Set<Y.XmlText>();
  /** Texts that it wrote letters into. */
  readonly into = new Set<Y.XmlText>();
  /** The same update was applied before. */
  readonly isOld: boolean;
  readonly isRepair: boolean;

  private readonly document: Y.Doc;

  constructor(document: Y.Doc, update: Uint8Array) {
    this.document = document;
    const { structs, ds } = Y.decodeUpdate(update);
    this.structs = structs;
    this.named = ds;
    this.known = new Map(structs.map(({ id }) => [id.client, Y.getState(document.store, id.client)]));
    const news = structs.filter(({ id, length }) => this.isFresh(Y.createID(id.client, id.clock + length - 1)));
    this.isOld = structs.length > 0 && news.length === 0;
    this.isRepair = structs.some(({ id }) => id.client >= FIRST_REPAIRER);
    document.transact((transaction) => {
      Y.applyUpdate(document, update);
      this.deleted = transaction.deleteSet;
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
        if (struct instanceof Y.Item && struct.parent instanceof Y.XmlText) this.cut.add(struct.parent);
      });
    });
    for (const struct of news) {
      if (!(struct instanceof Y.Item)) continue;
      if (!(struct.content instanceof Y.ContentString || struct.content instanceof Y.ContentEmbed)) continue;
      const text = textOf(document, Y.createID(struct.id.client, struct.id.clock + struct.length - 1));
      if (text) this.into.add(text);
    }
    for (const texts of [this.cut, this.into]) for (const text of texts) if (isLong(text)) texts.delete(text);
  }

  /** Returns whether it added this letter or this block. */
  isFresh({ client, clock }: Y.ID): boolean {
    return clock >= (this.known.get(client) ?? Number.POSITIVE_INFINITY);
  }

  /** Deleted by it indirectly: inside something that was deleted, unknown to its writer. */
  wentUnseen(id: Y.ID): boolean {
    return Y.isDeleted(this.deleted, id) && !Y.isDeleted(this.named, id);
  }

  /** Letters that it moved. `crossing` had been moved before, unknown to its writer. */
  moved(moves: Moves, sender: Sender | undefined): Moved[] {
    const isCrossing = (id: Y.ID) => sender !== undefined && moves.isNewTo(sender, id);
    const cut = new Set(this.cut);
    for (const id of sender ? moves.within(this.named) : []) {
      const text = isCrossing(id) ? textOf(this.document, id) : null;
      if (text && !isLong(text)) cut.add(text);
    }
    return this.rewritten(cut, (id) => Y.isDeleted(this.deleted, id) || isCrossing(id));
  }

  /** Letters that its writer deleted and wrote again, even if someone else had deleted them before. */
  copied(): Moved[] {
    const cut = new Set<Y.XmlText>();
    for (const [client, ranges] of this.named.clients)
      for (const { clock, len } of ranges)
        for (let at = clock; at < clock + len; ) {
          const item = itemAt(this.document, Y.createID(client, at));
          if (item?.parent instanceof Y.XmlText && !isLong(item.parent)) cut.add(item.parent);
          at = item ? item.id.clock + item.length : clock + len;
        }
    return this.rewritten(cut, () => true);
  }

  /** Letters that it deleted and wrote again, in the same text or in any other. */
  writtenAgain(): Pair[] {
    const comparing = new Comparing();
    const fresh = new Map([...this.into].map((text) => [text, unitsOf(text).filter(({ id }) => this.isFresh(id))]));
    const found: Pair[] = [];
    for (const from of fresh.size > 0 ? this.cut : []) {
      let gone = unitsOf(from).filter(({ id }) => Y.isDeleted(this.deleted, id));
      for (const to of [from, ...this.into]) {
        let copies = fresh.get(to) ?? [];
        for (let pairs = pairCopies(gone, copies, comparing); pairs.length > 0; ) {
          const paired = new Set(pairs.flat());
          found.push(...pairs);
          gone = gone.filter((unit) => !paired.has(unit));
          copies = copies.filter((unit) => !paired.has(unit));
          pairs = pairCopies(gone, copies, comparing);
        }
        if (fresh.has(to)) fresh.set(to, copies);
      }
    }
    return found;
  }

  private rewritten(cut: Iterable<Y.XmlText>, isGone: (id: Y.ID) => boolean): Moved[] {
    const comparing = new Comparing();
    const fresh = new Map(
      [...this.into].map((to) => [
        to,
        unitsOf(to).filter(({ id }) => this.isFresh(id) && !Y.isDeleted(this.named, id)),
      ]),
    );
    const found: Moved[] = [];
    const taken = new Set<string>();
    const isTaken = ({ id }: { id: Y.ID }) => taken.has(`${id.client}:${id.clock}`);
    for (const from of cut) {
      const gone = unitsOf(from).filter(({ id }) => Y.isDeleted(this.named, id) && isGone(id));
      for (const [to, copies] of gone.length > 0 ? fresh : []) {
        if (from === to || !(from._item?.deleted || (to._item && this.isFresh(to._item.id)) || this.isRepair)) continue;
        const pairs = pairCopies(gone, copies, comparing).filter((pair) => !pair.some(isTaken));
        for (const { id } of pairs.flat()) taken.add(`${id.client}:${id.clock}`);
        if (pairs.length > 0) found.push({ from, to, pairs });
      }
    }
    return found;
  }

  /** Writers of what it added. */
  get clients(): Iterable<number> {
    return this.known.keys();
  }

  /** Texts of lines that are deleted now, and that it wrote into or deleted. */
  get inDeletedLines(): Y.XmlText[] {
    return [...new Set([...this.into, ...this.cut])].filter(({ _item }) => _item?.deleted);
  }

  get hasDeletions(): boolean {
    return this.named.clients.size > 0;
  }

  /** Many lines at once, as when a page is replaced by another one. */
  get isLarge(): boolean {
    let ranges = 0;
    for (const own of this.deleted.clients.values()) ranges += own.length;
    return this.structs.length + ranges > MOST_PARTS;
  }
}
