import { type Editor, Extension } from "@tiptap/core";

/** Ctrl K on a selection or in a link opens the form of the link. Elsewhere the key stays that of the page. */
export const linkKey = (open: () => void) =>
  Extension.create({
    name: "linkKey",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => {
          const { selection } = this.editor.state;
          if (!this.editor.isEditable || (selection.empty && !this.editor.isActive("link"))) return false;
          open();
          return true;
        },
      };
    },
  });

/** Returns the address of the link at the selection, empty if there is none. */
export function linkAt(editor: Editor): string {
  const { href }: { href?: unknown } = editor.getAttributes("link");
  return typeof href === "string" ? href : "";
}
