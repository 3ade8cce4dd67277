import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { drawHintCard } from "./hint-card.ts";
import styles from "./hints.module.css";
import { type HintPlace, LineReader } from "./line-reader.ts";

/** While someone types, their words are not judged. */
const PAUSE_MS = 800;

/** People's decisions about hints, and how to decide. */
export interface HintChoices {
  isDismissed(hint: Pick<HintPlace, "pattern" | "hash">): boolean;
  /** In one sentence, or in the whole review with a hash of null. */
  dismiss(pattern: string, hash: string | null, reason: string): void;
}

interface State {
  /** Null: hints aren't shown. */
  choices: HintChoices | null;
  places: readonly HintPlace[];
  /** The hint with an open card. */
  open: HintPlace | null;
  drawn: DecorationSet;
}

const key = new PluginKey<State>("hints");
const NOTHING: State = { choices: null, places: [], open: null, drawn: DecorationSet.empty };

type Meta = { choices: HintChoices | null } | { read: true } | { openAt: number | null };

const silent = (tr: Transaction, meta: Meta) => tr.setMeta(key, meta).setMeta("addToHistory", false);

export const HintsInText = Extension.create({
  name: "hints",
  addProseMirrorPlugins: () => [hintsPlugin()],
});

function hintsPlugin(): Plugin<State> {
  let view: EditorView | null = null;
  const reader = new LineReader(() => view?.dispatch(silent(view.state.tr, { read: true })));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readSoon = (afterMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => view && key.getState(view.state)?.choices && reader.read(view.state.doc), afterMs);
  };
  return new Plugin<State>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const meta: Meta | undefined = tr.getMeta(key);
        if (!meta && !tr.docChanged) return before;
        const choices = meta && "choices" in meta ? meta.choices : before.choices;
        if (!choices) return NOTHING;
        const places = reader.placesIn(tr.doc).filter((place) => !choices.isDismissed(place));
        const open =
          meta && "openAt" in meta
            ? places.find(({ from }) => from === meta.openAt)
            : before.open && stillOpen(before.open, { tr, places, isRead: meta !== undefined });
        return { choices, places, open: open ?? null, drawn: draw(tr, places, open ?? null, choices) };
      },
    },
    view(made) {
      view = made;
      return {
        update: ({ state }, before) => {
          const [now, was] = [key.getState(state), key.getState(before)];
          if (now?.choices && (!was?.choices || state.doc !== before.doc)) readSoon(was?.choices ? PAUSE_MS : 0);
        },
        destroy() {
          clearTimeout(timer);
          reader.stop();
          view = null;
        },
      };
    },
    props: {
      decorations: (state) => key.getState(state)?.drawn,
      handleClick(clicked, at) {
        const { places = [], open = null } = key.getState(clicked.state) ?? {};
        const place = places.find(({ from, to }) => from <= at && at <= to);
        if (place || open) clicked.dispatch(silent(clicked.state.tr, { openAt: place?.from ?? null }));
        return false;
      },
    },
  });
}

interface Changed {
  tr: Transaction;
  places: readonly HintPlace[];
  /** Whether the changed lines were read. */
  isRead: boolean;
}

/** Where an open hint is now. While its line waits to be read again, the card stays with what is typed in it. */
function stillOpen(open: HintPlace, { tr: { mapping }, places, isRead }: Changed): HintPlace | undefined {
  const moved = {
    ...open,
    ...{ from: mapping.map(open.from), to: mapping.map(open.to), blockEnd: mapping.map(open.blockEnd) },
    sentence: { from: mapping.map(open.sentence.from), to: mapping.map(open.sentence.to) },
  };
  const found = places.find(({ pattern, from }) => pattern === open.pattern && from === moved.from);
  return found ?? (isRead ? undefined : moved);
}

function draw(
  { doc }: Transaction,
  places: readonly HintPlace[],
  open: HintPlace | null,
  choices: HintChoices,
): DecorationSet {
  if (places.length === 0 && !open) return DecorationSet.empty;
  const marks = places.map(({ from, to, pattern }) =>
    Decoration.inline(from, to, { class: styles.words ?? "", "data-hint": pattern }),
  );
  if (!open) return DecorationSet.create(doc, marks);
  const card = Decoration.widget(open.blockEnd, (view) => drawHintCard(open, cardActions(view, open, choices)), {
    ...{ side: -1, key: `hint ${open.pattern} ${open.hash}`, ignoreSelection: true, stopEvent: () => true },
  });
  return DecorationSet.create(doc, [...marks, card]);
}

function cardActions(view: EditorView, { pattern, hash }: HintPlace, choices: HintChoices) {
  const close = (tr = view.state.tr) => {
    view.dispatch(silent(tr, { openAt: null }));
    view.focus();
  };
  return {
    close: () => close(),
    step: (by: 1 | -1) => stepHint(view, by),
    edit() {
      // The text can have moved since the card was drawn.
      const sentence = key.getState(view.state)?.open?.sentence;
      const { tr, doc } = view.state;
      close(sentence ? tr.setSelection(TextSelection.create(doc, sentence.from, sentence.to)).scrollIntoView() : tr);
    },
    dismiss(isEverywhere: boolean, reason: string) {
      close();
      choices.dismiss(pattern, isEverywhere ? null : hash, reason);
    },
  };
}

/** Gives the text what people decided about hints. Null hides all of them. */
export function showHints(editor: Editor, choices: HintChoices | null): void {
  editor.view.dispatch(silent(editor.state.tr, { choices }));
}

/** The hints that are shown, in the order of the text. */
export const hintCount = (editor: Editor): number => key.getState(editor.state)?.places.length ?? 0;

/** Opens the card of the next hint, or of the one before, from the caret and around, and moves the focus to it. */
export function stepHint(view: EditorView, by: 1 | -1): void {
  const { places = [], open = null } = key.getState(view.state) ?? {};
  if (places.length === 0) return;
  const from = open?.from ?? view.state.selection.from;
  const after = places.findIndex((place) => (open ? place.from > from : place.from >= from));
  const before = places.findLastIndex((place) => place.from < from);
  const place = places.at(by > 0 ? Math.max(after, 0) : before);
  if (!place) return;
  const selection = TextSelection.create(view.state.doc, place.from);
  view.dispatch(silent(view.state.tr.setSelection(selection).scrollIntoView(), { openAt: place.from }));
  view.dom.querySelector<HTMLElement>("[data-hint-card] button")?.focus();
}
