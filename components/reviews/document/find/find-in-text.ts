import { type Editor, Extension } from "@tiptap/core";
import { type Command, type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  getSearchState,
  SearchQuery,
  search,
  setSearchState,
} from "prosemirror-search";
import { isProposedText } from "#lib/document/text-as.ts";

export interface Sought {
  words: string;
  replacement: string;
  isCaseSensitive: boolean;
  isWholeWord: boolean;
}

/** Highlights what is searched for in the text. */
export const FindInText = Extension.create({
  name: "findInText",
  addProseMirrorPlugins: () => [search()],
});

function touchesProposed({ doc }: EditorState, from: number, to: number): boolean {
  let does = false;
  doc.nodesBetween(from, to, (node) => {
    does ||= isProposedText(node) || Boolean(node.attrs.suggestInsert);
  });
  return does;
}

/** Searches for words, or stops searching for null. The text and the selection stay as they are. */
export function seek(editor: Editor, sought: Sought | null): void {
  const query = new SearchQuery({
    search: sought?.words ?? "",
    replace: sought?.replacement ?? "",
    caseSensitive: sought?.isCaseSensitive ?? false,
    wholeWord: sought?.isWholeWord ?? false,
    literal: true,
    // Replacing part of what someone proposes would make the rest of it wrong.
    filter: (state, { from, to }) => !touchesProposed(state, from, to),
  });
  editor.view.dispatch(setSearchState(editor.state.tr, query));
}

export interface Found {
  count: number;
  /** Number of the selected match, from 1. Null if none is selected. */
  current: number | null;
}

/** Returns how many places match, and which of them is selected, counted from 1. */
export function foundIn(state: EditorState): Found {
  const matches = getMatchHighlights(state).find();
  const { from, to } = state.selection;
  const at = matches.findIndex((match) => match.from === from && match.to === to);
  return { count: matches.length, current: at < 0 ? null : at + 1 };
}

/** The library scrolls only if the text has the focus, and here a field of the bar has it. */
function runAndShow(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch);
  const match = editor.view.dom.querySelector(".ProseMirror-active-search-match");
  match?.scrollIntoView({ block: "center", behavior: "instant" });
}

export const goToNext = (editor: Editor): void => runAndShow(editor, findNext);
export const goToPrevious = (editor: Editor): void => runAndShow(editor, findPrev);

interface Range {
  from: number;
  to: number;
}

/**
 * Replaces ranges of the text, in their order. New words keep the format, the link and the comments of the first
 * letter.
 */
export function replaceRanges({ tr, doc, schema }: EditorState, ranges: readonly Range[], words: string): Transaction {
  for (const { from, to } of ranges.toReversed()) {
    if (words === "") tr.delete(from, to);
    else tr.replaceWith(from, to, schema.text(words, doc.nodeAt(from)?.marks));
  }
  return tr;
}

const replacementIn = (state: EditorState): string => getSearchState(state)?.query.replace ?? "";

/** Replaces the selected match and goes to the next one. Without a selected match, only goes to the next one. */
export function replaceCurrent(editor: Editor): void {
  const { state } = editor;
  const { from, to } = state.selection;
  if (foundIn(state).current !== null) {
    const words = replacementIn(state);
    const replaced = replaceRanges(state, [{ from, to }], words);
    editor.view.dispatch(replaced.setSelection(TextSelection.create(replaced.doc, from + words.length)));
  }
  goToNext(editor);
}

/** Replaces all matches as one step of undo. Returns how many. */
export function replaceEvery(editor: Editor): number {
  if (getSearchState(editor.state)?.query.valid !== true) return 0;
  const matches = getMatchHighlights(editor.state).find();
  if (matches.length > 0) editor.view.dispatch(replaceRanges(editor.state, matches, replacementIn(editor.state)));
  return matches.length;
}
