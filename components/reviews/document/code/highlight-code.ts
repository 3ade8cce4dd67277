import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import styles from "./code.module.css";
import { type Highlight, loadHighlight } from "./highlight.ts";

/** A coloured part of a block, from the start of the block. */
interface Coloured {
  from: number;
  to: number;
  className: string;
}

interface Colours {
  highlight: Highlight | null;
  /** The coloured parts of each block at the top level that has any, in order. */
  blocks: readonly Coloured[][];
  drawn: DecorationSet;
}

const key = new PluginKey<Colours>("highlightCode");
const NONE: Coloured[] = [];

const languageOf = (node: Node): string =>
  node.type.name === "codeBlock" && typeof node.attrs.language === "string" ? node.attrs.language : "";

/** A block is the same object until someone changes it. */
const known = new WeakMap<Node, Coloured[]>();

function colouredIn(block: Node, highlight: Highlight): Coloured[] {
  const before = known.get(block);
  if (before) return before;
  const found: Coloured[] = [];
  const read = (node: Node, at: number) => {
    const language = languageOf(node);
    let from = at + 1;
    if (language === "") return;
    for (const { text, kind } of highlight(node.textContent, language)) {
      const className = kind === null ? undefined : styles[kind];
      if (className) found.push({ from, to: from + text.length, className });
      from += text.length;
    }
  };
  read(block, 0);
  block.descendants((node, at) => {
    read(node, at + 1);
    return !node.isTextblock;
  });
  const result = found.length > 0 ? found : NONE;
  known.set(block, result);
  return result;
}

function hasLanguage(doc: Node): boolean {
  let has = false;
  doc.descendants((node) => {
    has ||= languageOf(node) !== "";
    return !has && !node.isTextblock;
  });
  return has;
}

function colour(doc: Node, highlight: Highlight): Pick<Colours, "blocks" | "drawn"> {
  const blocks: Coloured[][] = [];
  const drawn: Decoration[] = [];
  doc.forEach((block, offset) => {
    const coloured = colouredIn(block, highlight);
    if (coloured !== NONE) blocks.push(coloured);
    for (const { from, to, className } of coloured)
      drawn.push(Decoration.inline(offset + from, offset + to, { class: className }));
  });
  return { blocks, drawn: DecorationSet.create(doc, drawn) };
}

/** The coloured parts of a text, without drawing them. */
function blocksOf(doc: Node, highlight: Highlight): Coloured[][] {
  return doc.children.map((block) => colouredIn(block, highlight)).filter((coloured) => coloured !== NONE);
}

/** Colours code in the text. Nothing of it is stored, and its grammars are loaded with the first code in a language. */
export const HighlightCode = Extension.create({
  name: "highlightCode",
  addProseMirrorPlugins: () => [
    new Plugin<Colours>({
      key,
      state: {
        init: () => ({ highlight: null, blocks: [], drawn: DecorationSet.empty }),
        apply: (transaction, before) => {
          const loaded: Highlight | undefined = transaction.getMeta(key);
          const highlight = loaded ?? before.highlight;
          if (!highlight || (!loaded && !transaction.docChanged)) return before;
          const blocks = blocksOf(transaction.doc, highlight);
          const isSame = blocks.length === before.blocks.length && blocks.every((one, at) => one === before.blocks[at]);
          if (isSame) return { ...before, highlight, drawn: before.drawn.map(transaction.mapping, transaction.doc) };
          return { highlight, ...colour(transaction.doc, highlight) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn ?? null },
      view: (view) => {
        let isAsked = false;
        const load = () => {
          if (isAsked || !hasLanguage(view.state.doc)) return;
          isAsked = true;
          loadHighlight().then(
            (highlight) => view.isDestroyed || view.dispatch(view.state.tr.setMeta(key, highlight)),
            () => undefined,
          );
        };
        load();
        return { update: (_view, { doc }) => void (doc === view.state.doc || load()) };
      },
    }),
  ],
});
