import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { hueOf } from "#components/ui/labels/hue.ts";
import { newId } from "#components/ui/new-id.ts";
import { proposalOf } from "#lib/document/decide-suggestions.ts";
import {
  BLOCK_PROPOSAL_NAMES,
  type BlockProposal,
  PROPOSED_BREAK,
  readProposed,
} from "#lib/document/nodes/proposal-attributes.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { CannotPropose, propose, type Unproposable } from "#lib/document/suggestion/propose.ts";
import { typedPlainly, withoutProposals } from "#lib/document/suggestion/slices.ts";

export interface SuggestionAuthor {
  id: string;
  name: string;
}

/** Facts that the editor gets from the page. */
export interface SuggestingState {
  isSuggesting: boolean;
  /** The person of this tab. */
  me: SuggestionAuthor;
  /** Who proposed what, as far as it is known. */
  authors: ReadonlyMap<string, SuggestionAuthor>;
  activeId: string | null;
  onRefused: (reason: Unproposable) => void;
}

/** A transaction with this is an act of its own, such as accepting generated text, and never a proposal. */
export const ACT = "actOfItsOwn";

const key = new PluginKey<DecorationSet>("suggesting");
const UNIQUE_ID = "__uniqueIDTransaction";

const BLOCK_WORDS: Record<BlockProposal, string> = {
  suggestInsert: "add this",
  suggestDelete: "remove this",
  suggestJoin: "join this to the line before",
  suggestType: "make this a",
};

/** Marks something proposed in a block, once its place and its author are known. */
type Drawn = (offset: number, state: SuggestingState) => Decoration;

const lookOf = (id: string, { authors, activeId }: SuggestingState) => {
  const author = authors.get(id);
  return {
    class: id === activeId ? "suggestion is-active" : "suggestion",
    ...(author ? { style: `--by: var(--cursor-${hueOf(author.id)})` } : {}),
  };
};

function drawnAt(node: Node, at: number): Drawn[] {
  const end = at + node.nodeSize;
  const found: Drawn[] = [];
  for (const { type, attrs } of node.marks) {
    const id = proposalOf({ type: type.name, attrs });
    if (id !== null) found.push((by, state) => Decoration.inline(by + at, by + end, lookOf(id, state)));
  }
  if (
    node.isText &&
    node.text?.includes(PROPOSED_BREAK) &&
    node.marks.some(({ type }) => type.name === "suggestInsert")
  )
    for (const [offset, letter] of [...node.text].entries())
      if (letter === PROPOSED_BREAK)
        found.push((by) => Decoration.inline(by + at + offset, by + at + offset + 1, { class: "suggested-break" }));
  for (const name of BLOCK_PROPOSAL_NAMES) {
    const value = readProposed(node.attrs[name]);
    if (!value) continue;
    const type = value.type ? ` ${value.type}${value.level === null ? "" : ` ${value.level}`}` : "";
    found.push((by, state) => {
      const says = `${state.authors.get(value.id)?.name ?? "Proposed"}: ${BLOCK_WORDS[name]}${type}`;
      const look = { ...lookOf(value.id, state), "data-proposal": says, "data-proposal-id": value.id };
      return Decoration.node(by + at, by + end, look);
    });
  }
  return found;
}

/** Returns the proposals in each block of the text. */
const proposedIn = readByBlock((block) => {
  const found = drawnAt(block, 0);
  block.descendants((node, at) => void found.push(...drawnAt(node, at + 1)));
  return found;
});

/** Colours proposals by their authors, and names authors where words are shown. */
function decorate(doc: Node, state: SuggestingState): DecorationSet {
  const found: Decoration[] = [];
  doc.forEach((block, offset) => {
    for (const draw of proposedIn(block)) found.push(draw(offset, state));
  });
  return found.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, found);
}

const hasLink = (node: Node | null) => node?.marks.some(({ type }) => type.name === "link") ?? false;

/**
 * Removes or strikes the selection that an input method is about to replace, and lets it write before it. Text that it
 * composes after struck words, or from inside a link to its end, would have its first letter twice. So it writes
 * outside of a link that ends there.
 */
function makeRoom(view: EditorView, isSuggesting: boolean): void {
  const { from, empty, $to } = view.state.selection;
  const isAtEnd = hasLink($to.nodeBefore) && !hasLink($to.nodeAfter);
  if (empty || !(isSuggesting || isAtEnd)) return;
  view.dispatch(view.state.tr.deleteSelection());
  const { doc, tr } = view.state;
  const place = doc.resolve(from);
  tr.setSelection(Selection.findFrom(place, 1, true) ?? Selection.near(place));
  const { $from } = tr.selection;
  if (hasLink($from.nodeBefore)) tr.setStoredMarks($from.marks().filter(({ type }) => type.name !== "link"));
  view.dispatch(tr);
}

/** In Suggesting, turns what the person of this tab does into proposals. `now` is read for each transaction. */
export const suggesting = (now: () => SuggestingState) =>
  Extension.create({
    name: "suggesting",
    addStorage: () => ({ own: new Set<string>() }),
    dispatchTransaction({ transaction, next }) {
      const { editor, storage } = this;
      const own: Set<string> = storage.own;
      const { isSuggesting, me, authors, onRefused } = now();
      const isForeign = [ySyncPluginKey, ACT, UNIQUE_ID].some((meta) => transaction.getMeta(meta) !== undefined);
      if (!transaction.docChanged || isForeign || !editor.isEditable) return next(transaction);
      if (!isSuggesting) return next(typedPlainly(transaction));
      const isMine = (id: string) => own.has(id) || authors.get(id)?.id === me.id;
      const makeId = () => {
        const id = newId();
        own.add(id);
        return id;
      };
      try {
        next(propose(transaction, editor.state, { isMine, newId: makeId }));
      } catch (error) {
        if (!(error instanceof CannotPropose)) throw error;
        onRefused(error.reason);
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => decorate(doc, now()),
          apply: (transaction, shown) =>
            transaction.docChanged || transaction.getMeta(key) !== undefined ? decorate(transaction.doc, now()) : shown,
        },
        props: {
          transformPasted: withoutProposals,
          decorations: (state) => key.getState(state),
          handleDOMEvents: {
            compositionstart: (view) => {
              makeRoom(view, now().isSuggesting);
              return false;
            },
          },
        },
      }),
    ],
  });

/** Draws proposals again after their authors, or the active one, have changed. */
export const redraw = { key, value: true } as const;
