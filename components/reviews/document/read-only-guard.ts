import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/**
 * While the user can't write, accepts only changes by others. An editor tidies up automatically (a last empty
 * paragraph, missing ids), which would look like a change that was never saved.
 */
export const ReadOnlyGuard = Extension.create({
  name: "readOnlyGuard",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey("readOnlyGuard"),
        filterTransaction: (transaction) =>
          editor.isEditable || !transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined,
      }),
    ];
  },
});
