import { Extension } from "@tiptap/core";
import { type NodeSelection, Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { wordsOf } from "#components/base/api/problem.ts";
import { copyPicture } from "#components/reviews/document/picture/copy-picture.ts";
import { isMac } from "#components/ui/keys/kbd.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { notCopiedWords, ownParts, partsOf, picturesIn } from "./own-parts.ts";

/**
 * Gives the review its own copies of pictures that were pasted, because its readers can't always read the other. Adds
 * those that it can't copy to `missing`.
 */
async function copyPictures(view: EditorView, reviewKey: string, ids: readonly string[], missing: Set<string>) {
  const failures = new Map<string, string>();
  const shown = new Set(picturesIn(view.state.doc.content));
  for (const id of ids.filter((one) => shown.has(one))) {
    try {
      await copyPicture(view, reviewKey, id);
      missing.delete(id);
    } catch (error) {
      missing.add(id);
      failures.set(id, wordsOf(error));
    }
  }
  const [why] = failures.values();
  if (why === undefined) return;
  const run = () => void copyPictures(view, reviewKey, [...failures.keys()], missing);
  toastError(notCopiedWords(failures.size, why), { label: "Try again", run });
}

/** Returns the range that a drop moves. Null if it copies, or if it was dragged from another page. */
function movedBy(view: EditorView, event: DragEvent): { from: number; to: number } | null {
  const { dragging } = view;
  if (!dragging || (isMac() ? event.altKey : event.ctrlKey)) return null;
  // A node can be dragged by its handle without being selected.
  return (dragging as { node?: NodeSelection }).node ?? view.state.selection;
}

/** Makes what is pasted from another review a part of this one. `threadIds`: of the comments on this text, if known. */
export const fromElsewhere = (reviewKey: string, threadIds: () => readonly string[] | null) =>
  Extension.create({
    name: "fromElsewhere",
    addProseMirrorPlugins() {
      let drop: DragEvent | null = null;
      const missing = new Set<string>();
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              drop(_view, event) {
                drop = event;
              },
              paste() {
                drop = null;
              },
            },
            transformPasted: (slice, view) => {
              const { doc, selection } = view.state;
              const parts = partsOf(doc, drop ? movedBy(view, drop) : selection, threadIds());
              const known = new Set(picturesIn(doc.content).filter((id) => !missing.has(id)));
              const pictures = picturesIn(slice.content).filter((id) => !known.has(id));
              // Wait until the pictures are in the text.
              if (pictures.length > 0 && view.editable)
                setTimeout(() => void copyPictures(view, reviewKey, pictures, missing));
              return ownParts(slice, parts);
            },
          },
        }),
      ];
    },
  });
