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
      const { editor } = this;
      let isLoading = false;
      /** Enter was pressed before there was anything to choose. */
      let isHeld = false;
      const show = (props: SuggestionProps<MenuItem>) => {
        isLoading = props.loading;
        store.set({
          label,
          items: props.items,
          at: placeOf(props.clientRect?.()),
          chosen: 0,
          pick: (item) => props.command(item),
        });
        if (!isLoading && isHeld) release(() => store.key("Enter"));
      };
      const release = (choose: () => boolean) => {
        [isLoading, isHeld] = [false, false];
        if (!choose()) editor.commands.keyboardShortcut("Enter");
      };
      /** An Enter waits for the items. The next key but Escape makes it the new line that it is without a menu. */
      const onKey = (key: string): boolean => {
        if (isHeld) {
          if (key === "Escape") isHeld = false;
          else release(() => false);
          return key === "Enter";
        }
        isHeld = isLoading && key === "Enter";
        return isHeld || store.key(key);
      };
      return [
        Suggestion<MenuItem>({
          pluginKey: new PluginKey(name),
          editor,
          char,
          allowSpaces: false,
          items: ({ query, editor }) => items(query, editor),
          command: ({ editor, range, props }) => props.run(editor, range),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onKeyDown: ({ event }) => onKey(event.key),
            onExit: () => {
              [isLoading, isHeld] = [false, false];
              store.set(null);
            },
          }),
        }),
      ];
    },
  });
