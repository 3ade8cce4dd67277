import { type Editor, Extension } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { MenuItem, MenuStore } from "./menu-store.ts";

interface CaretSuggestion {
  name: string;
  /** The character that opens it. */
  char: string;
  label: string;
  items: (typed: string, editor: Editor) => MenuItem[] | Promise<MenuItem[]>;
  store: MenuStore;
}

const MENU_HEIGHT = 320;
const MENU_WIDTH = 300;

function placeOf(rect: DOMRect | null | undefined): { left: number; top: number } {
  if (!rect) return { left: 16, top: 16 };
  const below = rect.bottom + 6;
  const fits = below + MENU_HEIGHT < window.innerHeight || rect.top < MENU_HEIGHT;
  return {
    left: Math.max(8, Math.min(rect.left, window.innerWidth - MENU_WIDTH - 8)),
    top: fits ? below : rect.top - MENU_HEIGHT - 6,
  };
}

/** Opens the menu at the caret when its character is typed. */
export const caretSuggestion = ({ name, char, label, items, store }: CaretSuggestion) =>
  Extension.create({
    name,
    addProseMirrorPlugins() {
      const show = (props: SuggestionProps<MenuItem>) =>
        store.set({
          label,
          items: props.items,
          at: placeOf(props.clientRect?.()),
          chosen: 0,
          pick: (item) => props.command(item),
        });
      return [
        Suggestion<MenuItem>({
          pluginKey: new PluginKey(name),
          editor: this.editor,
          char,
          allowSpaces: false,
          items: ({ query, editor }) => items(query, editor),
          command: ({ editor, range, props }) => props.run(editor, range),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onKeyDown: ({ event }) => store.key(event.key),
            onExit: () => store.set(null),
          }),
        }),
      ];
    },
  });
