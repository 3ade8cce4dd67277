import type { EditorView } from "@tiptap/pm/view";
import { api } from "#components/base/api/client.ts";
import { ACT } from "#components/reviews/suggestion/suggesting.ts";

/** Shows another picture in every place that shows this one. This isn't a step of undo, and isn't proposed. */
function replacePicture(view: EditorView, before: string, after: string): void {
  const { tr, doc } = view.state;
  doc.descendants((node, at) => {
    if (node.type.name === "picture" && node.attrs.pictureId === before) tr.setNodeAttribute(at, "pictureId", after);
  });
  if (tr.docChanged) view.dispatch(tr.setMeta(ACT, true).setMeta("addToHistory", false));
}

/** Gives the review its own copy of a picture, and shows that instead. A picture of this review stays as it is. */
export async function copyPicture(view: EditorView, reviewKey: string, id: string): Promise<void> {
  const copy = await api.picture.copy({ key: reviewKey, id });
  if (copy.id !== id && !view.isDestroyed && view.editable) replacePicture(view, id, copy.id);
}
