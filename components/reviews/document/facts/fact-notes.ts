import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { buttonClass } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { listWords } from "#lib/base/text/sentence.ts";
import type { StaleDraft } from "#lib/contract/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { sentencesOf, sentenceWords } from "#lib/document/sentences.ts";
import styles from "./fact-notes.module.css";

/** Sections that people edited and whose facts changed, and what can be done about each. */
export interface FactNotes {
  items: readonly StaleDraft[];
  take: (section: string) => void;
  keep: (section: string) => void;
}

interface State {
  notes: FactNotes | null;
  drawn: DecorationSet;
}

const key = new PluginKey<State>("factNotes");

/** A sentence of the text: where it starts, and the end of its block. */
interface Place {
  from: number;
  text: string;
  blockEnd: number;
}

/** Returns where a sentence is within a section, or null if the text no longer has it. */
function findSentence(doc: Node, section: string, words: string): Place | null {
  let found: Place | null = null;
  let current: unknown = null;
  doc.forEach((top, offset) => {
    if (top.type.name === "heading" && top.attrs.level === 2) current = top.attrs.sectionKey;
    if (found || (current !== section && top.attrs.key !== section)) return;
    const look = (block: Node, at: number) => {
      if (found || !block.isTextblock) return !found;
      const sentence = sentencesOf([block.toJSON() as DocumentNode]).find((one) => sentenceWords(one) === words);
      const letters = block.textBetween(0, block.content.size, undefined, "\uFFFC");
      if (sentence)
        found = { from: at + 1 + letters.indexOf(sentence.text), text: sentence.text, blockEnd: at + block.nodeSize };
      return false;
    };
    if (look(top, offset)) top.descendants((node, pos) => look(node, offset + 1 + pos));
  });
  return found;
}

/** Where a word is in a text, and not where it is a part of another: 5 isn't in 10:05. */
function placeOfWord(text: string, word: string): number {
  const isPart = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}:.]/u.test(letter);
  let at = text.indexOf(word);
  while (at >= 0 && (isPart(text[at - 1]) || /[\p{L}\p{N}]/u.test(text[at + word.length] ?? "")))
    at = text.indexOf(word, at + 1);
  return at;
}

function button(label: string, kind: "default" | "ghost", onclick: () => void): HTMLButtonElement {
  return Object.assign(document.createElement("button"), {
    ...{ type: "button", className: buttonClass(kind), textContent: label, onclick },
  });
}

/** The note below a block. Drawn without React, because ProseMirror keeps the element while the text changes. */
function drawNote({ key: section, changes }: StaleDraft, { take, keep }: FactNotes): HTMLElement {
  const note = Object.assign(document.createElement("div"), { className: cx(styles.note), contentEditable: "false" });
  note.setAttribute("role", "note");
  const words = document.createElement("p");
  const lead = document.createElement("b");
  const said = changes.map(({ figures: { was, now } }) => `was ${listWords(was)}, now ${listWords(now)}`);
  lead.textContent = `Facts changed: ${said.join("; ")}.`;
  words.append(lead, " Your text stays until you decide.");
  note.append(
    words,
    button("Use the new facts", "default", () => take(section)),
  );
  note.append(button("Keep the text", "ghost", () => keep(section)));
  return note;
}

function draw(doc: Node, notes: FactNotes | null): DecorationSet {
  if (!notes) return DecorationSet.empty;
  return DecorationSet.create(
    doc,
    notes.items.flatMap((item) => {
      const changes = item.changes.flatMap((change) => {
        const place = change.replaceable && change.was !== null ? findSentence(doc, item.key, change.was) : null;
        return place ? [{ change, place }] : [];
      });
      const last = changes.at(-1)?.place;
      if (!last) return [];
      const shown = { ...item, changes: changes.map(({ change }) => change) };
      const figures = changes.flatMap(({ change, place }) =>
        change.figures.was.flatMap((figure) => {
          const at = placeOfWord(place.text, figure);
          const from = place.from + at;
          return at < 0 ? [] : [Decoration.inline(from, from + figure.length, { class: cx(styles.figure) })];
        }),
      );
      const says = JSON.stringify(shown.changes.map(({ figures: one }) => one));
      return [
        ...figures,
        Decoration.widget(last.blockEnd, () => drawNote(shown, notes), {
          ...{ side: -1, key: `facts ${item.key} ${says}`, ignoreSelection: true, stopEvent: () => true },
        }),
      ];
    }),
  );
}

/** Marks the figures in people's text whose facts changed, with both values below and the two ways to settle it. */
export const FactNotesInText = Extension.create({
  name: "factNotes",
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => ({ notes: null, drawn: DecorationSet.empty }),
        apply(tr, before, _old, { doc }) {
          const given: FactNotes | undefined = tr.getMeta(key);
          if (!given && !tr.docChanged) return before;
          const notes = given ?? before.notes;
          return { notes, drawn: draw(doc, notes) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  ],
});

/** Gives the text its notes. An editor without the extension ignores them. */
export function showFactNotes(editor: Editor, notes: FactNotes): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, notes).setMeta("addToHistory", false));
}
