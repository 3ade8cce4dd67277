import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { ACT } from "#components/reviews/suggestion/suggesting.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { ownParts, partsOf, picturesIn } from "./own-parts.ts";

/** Shows another picture in every place that shows this one. No step of undo, and no proposal. */
function replacePicture(view: EditorView, before: string, after: string): void {
  const { tr, doc } = view.state;
  doc.descendants((node, at) => {
    if (node.type.name === "picture" && node.attrs.pictureId === before) tr.setNodeAttribute(at, "pictureId", after);
  });
  if (tr.docChanged) view.dispatch(tr.setMeta(ACT, true).setMeta("addToHistory", false));
}

/** Gives the review its own copies of pictures that were pasted, because its readers can’t always read the other. */
async function copyPictures(view: EditorView, reviewKey: string, ids: readonly string[]): Promise<void> {
  const failures: string[] = [];
  for (const id of ids) {
    try {
      const copy = await api.picture.copy({ key: reviewKey, id });
      if (copy.id !== id && !view.isDestroyed && view.editable) replacePicture(view, id, copy.id);
    } catch (error) {
      failures.push(wordsOf(error));
    }
  }
  const [first] = failures;
  if (first) toastError(`${countWords(failures.length, "picture")} wasn’t copied into this review. ${first}`);
}

/** Makes what is pasted from another review a part of this one. `threadIds`: of the comments on this text. */
export const fromElsewhere = (reviewKey: string, threadIds: () => readonly string[]) =>
  Extension.create({
    name: "fromElsewhere",
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPasted: (slice, view) => {
            const { doc, selection } = view.state;
            const parts = partsOf(doc, selection);
            const known = new Set(picturesIn(doc.content));
            const pictures = picturesIn(slice.content).filter((id) => !known.has(id));
            // After they are in their places.
            if (pictures.length > 0 && view.editable) setTimeout(() => void copyPictures(view, reviewKey, pictures));
            return ownParts(slice, { ...parts, threads: new Set([...parts.threads, ...threadIds()]) });
          },
        },
      }),
    ],
  });
