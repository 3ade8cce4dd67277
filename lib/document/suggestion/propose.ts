import { Fragment, type Mark, type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from "@tiptap/pm/transform";
import { FORMATS, PROPOSED_BREAK, readProposed } from "../nodes/proposal-attributes.ts";
import { cellAround, isOfTemplate, isOptional, joinedLine, LINES, trimmed } from "./places.ts";
import { linesOf, withoutProposals } from "./slices.ts";

/** Why an edit can't be proposed. */
export type Unproposable = "structure" | "cells" | "template" | "code" | "settings" | "move";

/** Thrown for an edit that can't be a suggestion. Nothing of it was done. */
export class CannotPropose extends Error {
  constructor(readonly reason: Unproposable) {
    super(`can't be proposed: ${reason}`);
  }
}

export interface Proposer {
  /** Returns whether a suggestion is the person's own. Its text is edited instead of proposed again. */
  isMine(suggestionId: string): boolean;
  newId(): string;
}

const OF_FORMATS: ReadonlySet<string> = new Set(FORMATS);

/**
 * Turns a person's transaction into one that only proposes the edit. Words are marked, and blocks get attributes. Text
 * that the person proposed before is edited directly. Throws a `CannotPropose`.
 */
export function propose(transaction: Transaction, state: EditorState, proposer: Proposer): Transaction {
  return new Proposing(transaction, state, proposer).made();
}

/** A place where the same content is in both documents, although it arrived by different steps. */
interface Twin {
  from: number;
  to: number;
  /** Where it starts in the proposal, after so many of its steps. */
  out: number;
  steps: number;
}

class Proposing {
  private readonly out: Transaction;
  private id: string | null = null;
  /** Where the caret is after the last edit, in the proposal after so many of its steps. */
  private caret: { at: number; steps: number } | null = null;
  private twins: Twin[] = [];

  constructor(
    private readonly original: Transaction,
    private readonly state: EditorState,
    private readonly proposer: Proposer,
  ) {
    this.out = state.tr;
  }

  made(): Transaction {
    const { original, out } = this;
    for (const [index, step] of original.steps.entries()) {
      this.take(step, index);
      const map = step.getMap();
      this.twins = this.twins.map((twin) => ({ ...twin, from: map.map(twin.from, 1), to: map.map(twin.to, -1) }));
      if (this.added) this.twins.push(this.added);
      this.added = null;
    }
    if (this.caret) {
      const at = out.mapping.slice(this.caret.steps).map(this.caret.at);
      out.setSelection(Selection.near(out.doc.resolve(Math.min(at, out.doc.content.size)), -1));
    }
    if (original.storedMarksSet) out.setStoredMarks(original.storedMarks);
    if (original.scrolledIntoView) out.scrollIntoView();
    for (const name of ["uiEvent", "paste", "addToHistory"]) {
      const value: unknown = original.getMeta(name);
      if (value !== undefined) out.setMeta(name, value);
    }
    return out;
  }

  private added: Twin | null = null;

  /** Returns where a place of the original, before one of its steps, is in the proposal. */
  private placeOf(position: number, step: number, assoc = 1): number {
    const twin = this.twins.find(({ from, to }) => from <= position && position <= to && from < to);
    if (twin) return this.out.mapping.slice(twin.steps).map(twin.out + position - twin.from, assoc);
    return this.out.mapping.map(this.undone(step).map(position), assoc);
  }

  /** From before one of the original's steps back to the text before all of them. */
  private undone(step: number): Mapping {
    return new Mapping(
      this.original.mapping.maps
        .slice(0, step)
        .map((map) => map.invert())
        .reverse(),
    );
  }

  private take(step: Step, index: number): void {
    if (step instanceof ReplaceStep) this.replace(step, index);
    else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) this.format(step, index);
    else if (step instanceof ReplaceAroundStep) this.around(step, index);
    else this.directly(step, index, "settings");
  }

  /** Does a step as it is if it only concerns a block that the person proposed. */
  private directly(step: Step, index: number, reason: Unproposable): void {
    const { pos = -1, from = pos, to = pos + 1 } = step as Step & { pos?: number; from?: number; to?: number };
    if (from < 0) throw new CannotPropose(reason);
    const [start, end] = [this.placeOf(from, index), this.placeOf(to, index, -1)];
    const { out } = this;
    const route = new Mapping([...this.undone(index).maps, ...out.mapping.maps]);
    const moved = this.isOwnRange(start, Math.max(start, end)) ? step.map(route) : null;
    if (!moved || out.maybeStep(moved).failed) throw new CannotPropose(reason);
  }

  private isOwn(id: unknown): boolean {
    const read = readProposed(id);
    return read !== null && this.proposer.isMine(read.id);
  }

  /** The block around a place, or at it, that the person proposed to insert. */
  private ownBlockAt($place: ResolvedPos): number | null {
    for (let depth = $place.depth; depth > 0; depth--)
      if (this.isOwn($place.node(depth).attrs.suggestInsert)) return $place.before(depth);
    return null;
  }

  private isOwnRange(from: number, to: number): boolean {
    const { doc } = this.out;
    const start = this.ownBlockAt(doc.resolve(from));
    if (start !== null && start === this.ownBlockAt(doc.resolve(to))) return true;
    const node = from < to ? doc.nodeAt(from) : null;
    return node !== null && !node.isText && this.isOwn(node.attrs.suggestInsert) && to <= from + node.nodeSize;
  }

  private isOwnText(node: Node): boolean {
    return node.marks.some((mark) => mark.type.name === "suggestInsert" && this.isOwn(mark.attrs.suggestionId));
  }

  /**
   * The id of this edit: that of a suggestion of the person that it touches, so words typed one after another are one.
   */
  private idAt(from: number, to: number): string {
    const { doc } = this.out;
    const touched = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter].flatMap((node) =>
      (node?.marks ?? []).flatMap((mark) => {
        const isText = mark.type.name === "suggestInsert" || mark.type.name === "suggestDelete";
        return isText && this.isOwn(mark.attrs.suggestionId) ? [String(mark.attrs.suggestionId)] : [];
      }),
    );
    this.id ??= touched[0] ?? this.proposer.newId();
    return this.id;
  }

  private mark(name: "suggestInsert" | "suggestDelete" | "suggestFormat", attrs: Record<string, unknown>): Mark {
    const type = this.state.schema.marks[name];
    if (!type) throw new Error(`no mark ${name}`);
    return type.create(attrs);
  }

  private replace(step: ReplaceStep, index: number): void {
    const { from: before, to: after, slice } = trimmed(step, this.original.docs[index] ?? this.state.doc);
    const from = this.placeOf(before, index);
    const to = Math.max(from, this.placeOf(after, index, -1));
    const stepsBefore = this.out.steps.length;
    if (this.isOwnRange(from, to)) {
      this.out.replace(from, to, this.ownSlice(from, slice));
      this.placeCaretAfterOwn(before, from, slice);
      return;
    }
    const $from = this.out.doc.resolve(from);
    if (from < to) this.remove(from, to);
    const at = this.out.mapping.slice(stepsBefore).map(to);
    if (slice.size > 0) this.insert(at, slice, before);
    else this.placeCaretAfterRemoval(before, after, $from.pos, at, stepsBefore);
  }

  /** An Enter in a block that the person proposed makes another one of that proposal. */
  private ownSlice(from: number, slice: Slice): Slice {
    const clean = withoutProposals(slice);
    const $from = this.out.doc.resolve(from);
    const own = this.ownBlockAt($from);
    const depth = own === null ? -1 : this.out.doc.resolve(own).depth + 1;
    if (own === null || clean.openStart !== $from.depth - depth + 1) return clean;
    const { suggestInsert } = $from.node(depth).attrs;
    const nodes = clean.content.content.map((node) =>
      node.type.create({ ...node.attrs, suggestInsert }, node.content, node.marks),
    );
    return new Slice(Fragment.from(nodes), clean.openStart, clean.openEnd);
  }

  private placeCaretAfterOwn(before: number, from: number, slice: Slice): void {
    const { selection } = this.original;
    const size = slice.size;
    const at = selection.empty ? from + Math.max(0, Math.min(size, selection.head - before)) : from + size;
    this.caret = { at, steps: this.out.steps.length };
    this.added = { from: before, to: before + size, out: from, steps: this.out.steps.length };
  }

  /**
   * Backspace moves left over the letters it strikes, Delete moves right, and a struck selection leaves the caret
   * after it.
   */
  private placeCaretAfterRemoval(before: number, after: number, from: number, to: number, steps: number): void {
    const { selection } = this.state;
    const isBackwards = selection.empty && selection.head >= after && before < after;
    const at = isBackwards ? this.out.mapping.slice(steps).map(from, -1) : to;
    this.caret = { at, steps: this.out.steps.length };
  }

  private remove(from: number, to: number): void {
    const { doc } = this.out;
    const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
    if (this.state.selection instanceof CellSelection || cellAround($from) !== cellAround($to))
      throw new CannotPropose("cells");
    const id = this.idAt(from, to);
    const jobs: (() => void)[] = [];
    const { out } = this;
    doc.nodesBetween(from, to, (node, at, parent) => {
      const end = at + node.nodeSize;
      if (node.isInline) {
        const [start, stop] = [Math.max(at, from), Math.min(end, to)];
        if (start >= stop) return false;
        if (parent?.type.spec.code) throw new CannotPropose("code");
        if (this.isOwnText(node)) jobs.push(() => out.delete(start, stop));
        else if (!node.marks.some(({ type, attrs }) => type.name === "suggestDelete" && this.isOwn(attrs.suggestionId)))
          jobs.push(() => out.addMark(start, stop, this.mark("suggestDelete", { suggestionId: id })));
        return false;
      }
      if (at < from || end > to || !isOptional(node, parent)) return true;
      if (!("suggestDelete" in node.attrs)) throw new CannotPropose("cells");
      if (isOfTemplate(node)) throw new CannotPropose("template");
      if (this.isOwn(node.attrs.suggestInsert)) jobs.push(() => out.delete(at, end));
      else if (node.attrs.suggestDelete === null) jobs.push(() => out.setNodeAttribute(at, "suggestDelete", id));
      return false;
    });
    const joined = joinedLine($from, $to);
    if (joined !== null && doc.nodeAt(joined)?.attrs.suggestJoin === null)
      jobs.push(() => out.setNodeAttribute(joined, "suggestJoin", id));
    for (const job of jobs.reverse()) job();
  }

  private insert(at: number, slice: Slice, before: number): void {
    const $at = this.out.doc.resolve(at);
    const id = this.idAt(at, at);
    const clean = withoutProposals(slice);
    const lines = linesOf(clean);
    if (lines && $at.parent.inlineContent) {
      if ($at.parent.type.spec.code || (lines.length > 1 && !LINES.has($at.parent.type.name)))
        throw new CannotPropose($at.parent.type.spec.code ? "code" : "structure");
      this.insertLines(at, lines, id, before);
      return;
    }
    this.insertBlocks($at, clean, id);
  }

  private insertLines(at: number, lines: readonly Fragment[], id: string, before: number): void {
    const mark = this.mark("suggestInsert", { suggestionId: id });
    const { schema } = this.state;
    const nodes = lines.flatMap((line, index) => [
      ...(index > 0 ? [schema.text(PROPOSED_BREAK, [mark])] : []),
      ...line.content.map((node) => node.mark(mark.addToSet(node.marks))),
    ]);
    const content = Fragment.from(nodes);
    this.out.insert(at, content);
    this.caret = { at: at + content.size, steps: this.out.steps.length };
    if (lines.length === 1)
      this.added = { from: before, to: before + content.size, out: at, steps: this.out.steps.length };
  }

  /** Whole blocks are proposed next to the block at the place, where its parent allows them. */
  private insertBlocks($at: ResolvedPos, slice: Slice, id: string): void {
    const nodes = slice.content.content;
    if (nodes.some((node) => !("suggestInsert" in node.attrs))) throw new CannotPropose("cells");
    const proposed = nodes.map((node) =>
      node.type.create({ ...node.attrs, suggestInsert: id }, node.content, node.marks),
    );
    for (let depth = $at.depth; depth >= 0; depth--) {
      const index = depth === $at.depth ? $at.index() : $at.indexAfter(depth);
      const parent = $at.node(depth);
      if (parent.inlineContent || !parent.canReplace(index, index, Fragment.from(proposed))) continue;
      const place = depth === $at.depth ? $at.pos : $at.after(depth + 1);
      this.out.insert(place, proposed);
      const steps = this.out.steps.length;
      const first = this.out.doc.nodeAt(place);
      const inside = first?.isTextblock ? place + first.nodeSize - 1 : place + 1;
      this.caret = first?.isLeaf ? null : { at: inside, steps };
      return;
    }
    throw new CannotPropose("structure");
  }

  private format(step: AddMarkStep | RemoveMarkStep, index: number): void {
    const [from, to] = [this.placeOf(step.from, index), this.placeOf(step.to, index, -1)];
    const { mark } = step;
    const takes = step instanceof RemoveMarkStep;
    const { out } = this;
    const change = (start: number, end: number, one: Mark, off: boolean) =>
      off ? out.removeMark(start, end, one) : out.addMark(start, end, one);
    // A comment changes no words.
    if (mark.type.name === "comment") {
      change(from, to, mark, takes);
      return;
    }
    if (!OF_FORMATS.has(mark.type.name)) throw new CannotPropose("structure");
    const jobs: (() => void)[] = [];
    out.doc.nodesBetween(from, to, (node, at, parent) => {
      if (!node.isInline) return true;
      const [start, end] = [Math.max(at, from), Math.min(at + node.nodeSize, to)];
      if (start >= end || !parent?.type.allowsMarkType(mark.type)) return false;
      if (this.isOwnText(node) || this.ownBlockAt(out.doc.resolve(start)) !== null)
        jobs.push(() => change(start, end, mark, takes));
      else {
        const earlier = node.marks.find(
          ({ type, attrs }) =>
            type.name === "suggestFormat" && attrs.format === mark.type.name && this.isOwn(attrs.suggestionId),
        );
        if (earlier) jobs.push(() => out.removeMark(start, end, earlier));
        const href: unknown = mark.attrs.href ?? null;
        const isTakenBack =
          earlier !== undefined && (mark.type.name !== "link" || takes || earlier.attrs.href === href);
        if (isTakenBack || takes !== mark.isInSet(node.marks)) return false;
        this.id ??= this.proposer.newId();
        const proposed = this.mark("suggestFormat", { suggestionId: this.id, format: mark.type.name, takes, href });
        jobs.push(() => out.addMark(start, end, proposed));
      }
      return false;
    });
    for (const job of jobs) job();
  }

  /** Only a line that becomes a heading, or a heading that becomes a line, can be proposed. */
  private around(step: ReplaceAroundStep, index: number): void {
    const { from, to, gapFrom, gapTo, insert, slice } = step;
    const wanted = slice.content.firstChild;
    const isType = insert === 1 && slice.size === 2 && gapFrom === from + 1 && gapTo === to - 1;
    const at = this.placeOf(from, index);
    const node = this.out.doc.nodeAt(at);
    const isOwn = this.isOwn(node?.attrs.suggestInsert);
    if (isType && wanted && isOwn) {
      this.out.setNodeMarkup(at, wanted.type, { ...wanted.attrs, suggestInsert: node?.attrs.suggestInsert });
      return;
    }
    if (!isType || !wanted || !node || this.isOwnRange(at, at + 1)) {
      this.directly(step, index, "structure");
      return;
    }
    if (!LINES.has(node.type.name) || !LINES.has(wanted.type.name)) throw new CannotPropose("structure");
    if (node.attrs.sectionKey) throw new CannotPropose("template");
    const isSame = node.type === wanted.type && node.attrs.level === wanted.attrs.level;
    const level = wanted.type.name === "heading" ? ` ${wanted.attrs.level}` : "";
    this.id ??= this.proposer.newId();
    this.out.setNodeAttribute(at, "suggestType", isSame ? null : `${this.id} ${wanted.type.name}${level}`);
  }
}
