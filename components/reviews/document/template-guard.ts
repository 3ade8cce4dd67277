import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping, type Step } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { LIVE_BLOCK_KINDS, LIVE_BLOCK_WORDS } from "#lib/base/vocabulary/review.ts";

/** A heading or live block that belongs to the template. */
export interface TemplatePart {
  kind: "section" | "live block";
  title: string;
}

/** A deletion that was stopped, and what it would have deleted. */
export interface Refusal {
  parts: TemplatePart[];
  from: number;
  to: number;
  steps: readonly Step[];
  /** From the text before to the text after. */
  since: Mapping;
}

const key = new PluginKey<Refusal | null>("templateGuard");
const MEANT = "takeOutOfTemplate";

function partOf(node: Node): (TemplatePart & { id: string }) | null {
  if (node.type.name === "heading" && node.attrs.sectionKey)
    return { kind: "section", id: `section ${node.attrs.sectionKey}`, title: node.textContent || "Untitled" };
  if (node.type.name !== "liveBlock") return null;
  const kind = LIVE_BLOCK_KINDS.find((known) => known === node.attrs.kind);
  const title = kind ? LIVE_BLOCK_WORDS[kind] : "Live block";
  return { kind: "live block", id: `live ${node.attrs.kind} ${node.attrs.ref}`, title };
}

/** Parts of the template that are in `before` but not in `after`. Of two equal ones, one can be deleted. */
export function partsLost(before: Node, after: Node): TemplatePart[] {
  const kept = new Set<string>();
  after.forEach((node) => {
    const part = partOf(node);
    if (part) kept.add(part.id);
  });
  const lost = new Map<string, TemplatePart>();
  before.forEach((node) => {
    const part = partOf(node);
    if (part && !kept.has(part.id)) lost.set(part.id, { kind: part.kind, title: part.title });
  });
  return [...lost.values()];
}

/** Stops an ordinary deletion that would remove parts of the template, and keeps it until it is answered. */
export function templateGuard(): Plugin<Refusal | null> {
  let view: EditorView | null = null;
  return new Plugin<Refusal | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, refusal) => {
        const decision: Refusal | null | undefined = transaction.getMeta(key);
        if (decision !== undefined) return decision;
        if (!refusal || !transaction.docChanged) return refusal;
        return { ...refusal, since: new Mapping([...refusal.since.maps, ...transaction.mapping.maps]) };
      },
    },
    view: (made) => {
      view = made;
      return {
        destroy: () => {
          view = null;
        },
      };
    },
    filterTransaction(transaction, state) {
      const isMine = !transaction.getMeta(ySyncPluginKey) && !transaction.getMeta(MEANT);
      const parts = transaction.docChanged && isMine ? partsLost(state.doc, transaction.doc) : [];
      if (parts.length === 0) return true;
      const { from, to } = state.selection;
      const refusal = { parts, from, to, steps: transaction.steps, since: new Mapping() };
      // After this transaction, because a filter must not dispatch.
      queueMicrotask(() => view?.dispatch(view.state.tr.setMeta(key, refusal)));
      return false;
    },
  });
}

export const TemplateGuard = Extension.create({
  name: "templateGuard",
  addProseMirrorPlugins: () => [templateGuard()],
});

/** The deletion that was stopped last, until it is answered. */
export const refusalIn = (state: EditorState): Refusal | null => key.getState(state) ?? null;

/** Discards it, so everything stays. */
export const leave = (state: EditorState): Transaction => state.tr.setMeta(key, null);

/** Applies it. What colleagues wrote in the meantime stays. One undo restores it. */
export function takeOut(state: EditorState, { steps, since }: Refusal): Transaction {
  const { tr } = state;
  const past = since.slice();
  for (const step of steps) {
    const mapped = step.map(past);
    if (mapped && !tr.maybeStep(mapped).failed) continue;
    break;
  }
  return tr.setMeta(MEANT, true).setMeta(key, null);
}

/** Deletes the selection except for the parts of the template. */
export function deleteTextOnly(state: EditorState, refusal: Refusal): Transaction {
  const { tr, doc } = state;
  const [from, to] = [refusal.since.map(refusal.from, 1), refusal.since.map(refusal.to, -1)];
  const blocks: { at: number; node: Node }[] = [];
  doc.forEach((node, at) => {
    blocks.push({ at, node });
  });
  for (const { at, node } of blocks.reverse()) {
    const end = at + node.nodeSize;
    if (end <= from || at >= to || partOf(node)) continue;
    if (from <= at + 1 && to >= end - 1) tr.delete(at, end);
    else tr.deleteRange(Math.max(from, at + 1), Math.min(to, end - 1));
  }
  return tr.setMeta(key, null);
}

/** Whether it contains text besides the parts of the template. */
export const hasText = (state: EditorState, refusal: Refusal): boolean => deleteTextOnly(state, refusal).docChanged;
