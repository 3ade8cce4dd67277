import { EditorState, type Plugin, type PluginView, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  prosemirrorJSONToYDoc,
  ySyncPlugin,
  yUndoPlugin,
  yUndoPluginKey,
  yXmlFragmentToProseMirrorRootNode,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "../document-json.ts";
import { documentJson } from "../from-yjs.ts";
import { editorSchema } from "../schema.ts";
import { TEXT_FRAGMENT } from "../schema-version.ts";
import type { Random } from "./random.ts";

/** Origin of other writers' changes. */
export const REMOTE = "remote";

/** Returns a document with this content as one update from which every writer starts. */
export function beginning(...content: DocumentNode[]): Uint8Array {
  return Y.encodeStateAsUpdate(prosemirrorJSONToYDoc(editorSchema(), { type: "doc", content }, TEXT_FRAGMENT));
}

/** Returns a separate shared document with this common start. */
export function fork(update: Uint8Array): Y.Doc {
  const document = new Y.Doc();
  Y.applyUpdate(document, update, REMOTE);
  return document;
}

/** An editor without a screen, with the state, bindings and undo that a browser has. */
export class Writer {
  readonly document: Y.Doc;
  state: EditorState;
  private pluginViews: PluginView[] = [];

  constructor(start: Uint8Array, plugins: readonly Plugin[] = []) {
    this.document = fork(start);
    const all = [ySyncPlugin(this.fragment), yUndoPlugin(), ...plugins];
    this.state = EditorState.create({ schema: editorSchema(), plugins: all });
    this.makeViews();
  }

  private makeViews(): void {
    this.pluginViews = [];
    for (const plugin of this.state.plugins) {
      const made = plugin.spec.view?.(this.asView());
      if (made) this.pluginViews.push(made);
    }
  }

  /** Makes the views of all plugins again, as an editor does when a plugin is added to it. */
  makeViewsAgain(meanwhile: () => void = () => undefined): void {
    for (const view of this.pluginViews) view.destroy?.();
    this.pluginViews = [];
    meanwhile();
    this.makeViews();
  }

  get fragment(): Y.XmlFragment {
    return this.document.getXmlFragment(TEXT_FRAGMENT);
  }

  readonly dispatch = (transaction: Transaction): void => this.updateState(this.state.apply(transaction));

  updateState(next: EditorState): void {
    const previous = this.state;
    this.state = next;
    for (const view of this.pluginViews) view.update?.(this.asView(), previous);
  }

  hasFocus(): boolean {
    return false;
  }

  get _root(): object {
    return {};
  }

  json(): DocumentJson {
    return documentJson(this.document);
  }

  /** Returns what the document contains, read again. The screen must show the same. */
  readonly stored = () => yXmlFragmentToProseMirrorRootNode(this.fragment, editorSchema());

  /** Returns the position of a word, or -1. */
  find(word: string): number {
    let at = -1;
    this.state.doc.descendants((node, position) => {
      if (at < 0 && node.isText && node.text?.includes(word)) at = position + node.text.indexOf(word);
    });
    return at;
  }

  select(from: number, to = from): void {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)));
  }

  type(words: string): void {
    this.dispatch(this.state.tr.insertText(words));
  }

  undo(): void {
    yUndoPluginKey.getState(this.state)?.undoManager.undo();
  }

  redo(): void {
    yUndoPluginKey.getState(this.state)?.undoManager.redo();
  }

  /** Receives everything that another writer has. */
  receive(other: { document: Y.Doc }): void {
    const news = Y.encodeStateAsUpdate(other.document, Y.encodeStateVector(this.document));
    Y.applyUpdate(this.document, news, REMOTE);
  }

  /** Returns up to `reach` letters on both sides of the caret, as `abc|def`. `*` is a chip or a break. */
  around(reach = 3): string {
    const { $head } = this.state.selection;
    const { parent, parentOffset } = $head;
    const side = (from: number, to: number) => parent.textBetween(from, to, "", "*");
    const end = Math.min(parent.content.size, parentOffset + reach);
    return `${side(Math.max(0, parentOffset - reach), parentOffset)}|${side(parentOffset, end)}`;
  }

  private asView(): EditorView {
    return this as unknown as EditorView;
  }
}

/** Everyone receives everything, in random order. */
export function meet(
  writers: readonly { document: Y.Doc; receive(other: { document: Y.Doc }): void }[],
  chance?: Random,
) {
  for (let round = 0; round < 2; round++) {
    const order = chance?.shuffle(writers) ?? writers;
    for (const one of order) for (const other of order) if (one !== other) other.receive(one);
  }
}

/** Returns the words of a text, with line breaks between blocks and without chips. */
export function wordsOf(node: DocumentNode): string {
  return node.text ?? (node.content ?? []).map(wordsOf).join(node.type === "doc" ? "\n" : "");
}
