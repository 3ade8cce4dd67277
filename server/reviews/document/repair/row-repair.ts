import * as Y from "yjs";
import { type Change, FIRST_REPAIRER, type Moved } from "./change.ts";
import type { Moves } from "./moves.ts";
import type { Sender } from "./sender.ts";
import type { Typed } from "./typed.ts";
import {
  insertLine,
  insertUnits,
  isBefore,
  isStanding,
  PROPOSED,
  placeBehind,
  placeOf,
  removeUnits,
  type Unit,
  unitsOf,
} from "./units.ts";

const keyOf = ({ client, clock }: Y.ID) => `${client}:${clock}`;

interface Known {
  moves: Moves;
  typed: Typed;
}

/** Repairs what one row did to text that had moved, or that it moved while others wrote in it. */
export class RowRepair {
  private readonly told: Y.ID;
  private readonly moves: Moves;
  private readonly copied = new Set<string>();
  private readonly emptied = new Set<Y.XmlText>();

  constructor(
    private readonly document: Y.Doc,
    private readonly known: Known,
    private readonly change: Change,
    private readonly sender: Sender,
    seq: number,
  ) {
    this.moves = known.moves;
    document.clientID = FIRST_REPAIRER + seq;
    this.told = Y.createID(document.clientID, 0);
  }

  /** Returns the update that repairs the row, or null if nothing was wrong. */
  make(moved: readonly Moved[], isReturn: boolean): Uint8Array | null {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    this.document.on("update", collect);
    this.document.transact((transaction) => {
      for (const one of moved) this.keepOnce(one);
      for (const text of this.change.into) this.followFresh(text);
      for (const { from } of moved) this.followUnseen(from);
      for (const text of this.change.inDeletedLines) this.rescue(text);
      if (!isReturn) this.deleteMoved();
      for (const text of this.emptied) this.removeEmpty(text);
      if (transaction.deleteSet.clients.size > 0) this.leaveMark();
    });
    this.document.off("update", collect);
    return updates.length > 0 ? Y.mergeUpdates(updates) : null;
  }

  /** Text that was moved before keeps the copy that others have seen. */
  private keepOnce({ to, pairs }: Moved): void {
    const { document, moves, sender } = this;
    const kept: { unit: Unit; elsewhere: Y.ID | null }[] = [];
    for (const [{ id }, unit] of pairs) {
      const last = moves.lastOf(id);
      const isDouble = moves.isNewTo(sender, id) && isStanding(document, last);
      this.copied.add(keyOf(id));
      // In a deleted line, or among others, a copy gets a new place like any other letter.
      const isOnItsOwn = to._item !== null && this.change.isFresh(to._item.id) && isStanding(document, unit.id);
      if (isDouble || isOnItsOwn) this.copied.add(keyOf(unit.id));
      if (isDouble) {
        kept.push({ unit, elsewhere: last });
        moves.set(unit.id, { to: last, told: this.told });
      } else {
        kept.push({ unit, elsewhere: null });
        if (keyOf(last) !== keyOf(unit.id)) moves.set(last, { to: unit.id, told: unit.id });
      }
    }
    const double = kept.filter(({ elsewhere }) => elsewhere);
    if (double.length === 0) return;
    removeUnits(
      document,
      double.map(({ unit }) => unit.id),
    );
    this.emptied.add(to);
    this.putInOrder(kept);
  }

  /** The rest of the line stays on the same side of the kept copy. */
  private putInOrder(kept: readonly { unit: Unit; elsewhere: Y.ID | null }[]): void {
    const { document } = this;
    for (let from = 0, to = 0; from < kept.length; from = to) {
      to = from + 1;
      if (kept[from]?.elsewhere) continue;
      while (kept[to] && !kept[to]?.elsewhere) to++;
      const units = kept.slice(from, to).map(({ unit }) => unit);
      const [first, last] = [units[0]?.id, units.at(-1)?.id];
      const [left, right] = [kept[from - 1]?.elsewhere, kept[to]?.elsewhere];
      if (!first || !last) continue;
      if (left && isBefore(document, first, left)) this.move(units, placeBehind(document, left));
      else if (right && isBefore(document, right, last)) this.move(units, placeOf(document, right));
    }
  }

  /** Letters written next to text that had been moved are moved there too. */
  private followFresh(text: Y.XmlText): void {
    const { change, moves, sender } = this;
    const isLoose = ({ id }: Unit) =>
      change.isFresh(id) && !this.copied.has(keyOf(id)) && !Y.isDeleted(change.named, id);
    this.follow(text, isLoose, (id) => moves.isNewTo(sender, id));
  }

  /** Other people's letters within text that was moved are moved with it. */
  private followUnseen(text: Y.XmlText): void {
    const { change, sender } = this;
    const isLoose = ({ id, isDeleted }: Unit) =>
      !change.isFresh(id) && !sender.knows(id) && (!isDeleted || change.wentUnseen(id));
    this.follow(text, isLoose, (id) => this.copied.has(keyOf(id)));
  }

  /** `isLoose`: letters that may have lost their neighbours. `hasGone`: which neighbours are elsewhere now. */
  private follow(text: Y.XmlText, isLoose: (unit: Unit) => boolean, hasGone: (id: Y.ID) => boolean): void {
    const { document, moves, sender } = this;
    let left: Unit | null = null;
    let group: Unit[] = [];
    const close = (right: Unit | null) => {
      if (group.length === 0) return;
      const beside = left ?? right;
      if (beside?.isDeleted) {
        const last = moves.lastOf(beside.id);
        this.move(group, left ? placeBehind(document, last) : placeOf(document, last));
      }
      group = [];
    };
    for (const unit of unitsOf(text)) {
      if (isLoose(unit)) group.push(unit);
      else if (sender.knows(unit.id) && (!unit.isDeleted || hasGone(unit.id))) {
        close(unit);
        left = unit;
      }
    }
    close(null);
  }

  /** Letters in a deleted line that its writer, or who deleted it, hadn't seen the other do get a line of their own. */
  private rescue(text: Y.XmlText): void {
    const { change, copied, document, known, moves, sender } = this;
    const wentUnseen = (id: Y.ID) => known.typed.has(id) && !sender.knows(id) && change.wentUnseen(id);
    const lost = unitsOf(text).filter(({ id }) => {
      const isUnseen = change.isFresh(id) ? !Y.isDeleted(change.named, id) : wentUnseen(id);
      return isUnseen && !copied.has(keyOf(id)) && !moves.get(id);
    });
    const isSpace = lost.every(({ value }) => typeof value === "string" && value.trim() === "");
    const place = isSpace ? null : insertLine(document, text);
    if (!place) return;
    this.move(lost, place);
    for (let from = 0, to = 0; from < lost.length; from = to) {
      const suggestion = lost[from]?.suggestion;
      while (to < lost.length && lost[to]?.suggestion === suggestion) to++;
      if (suggestion) place.text.format(from, to - from, { [PROPOSED]: suggestion });
    }
  }

  private move(units: readonly Unit[], place: ReturnType<typeof placeOf>): void {
    if (!place) return;
    const put = insertUnits(
      this.document,
      place,
      units.map(({ value }) => value),
    );
    removeUnits(
      this.document,
      units.map(({ id }) => id),
    );
    for (const [index, { id }] of units.entries()) {
      const to = put[index];
      if (to) this.moves.set(id, { to, told: this.told });
    }
  }

  /** Letters that someone deleted are deleted wherever they were moved. */
  private deleteMoved(): void {
    const { moves, sender } = this;
    const ids = moves
      .within(this.change.named)
      .filter((id) => !this.copied.has(keyOf(id)) && moves.isNewTo(sender, id));
    removeUnits(
      this.document,
      ids.map((id) => moves.lastOf(id)),
    );
  }

  /** A line that contains only doubled text is deleted, with the item or cell that was created for it. */
  private removeEmpty(text: Y.XmlText): void {
    let block: unknown = text.parent;
    if (text.length > 0 || !(block instanceof Y.XmlElement) || !block._item || !this.change.isFresh(block._item.id))
      return;
    if (block.length > 1) return;
    for (let up: unknown = block.parent; up instanceof Y.XmlElement && up.length === 1; up = up.parent) {
      if (!up._item || !this.change.isFresh(up._item.id)) return;
      block = up;
    }
    if (!(block instanceof Y.XmlElement) || !(block.parent instanceof Y.XmlFragment) || block.parent.length < 2) return;
    block.parent.delete(block.parent.toArray().indexOf(block), 1);
  }

  /** A repair that only deletes leaves no trace that a tab could confirm. */
  private leaveMark(): void {
    const { document, told } = this;
    const text = Y.getState(document.store, told.client) === 0 ? [...this.change.into][0] : undefined;
    text?.insert(0, " ");
    text?.delete(0, 1);
  }
}
