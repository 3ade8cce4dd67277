import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { PICTURE_TYPES } from "#lib/reviews/picture/picture-sizes.ts";
import { placesOfPictures, takePictures } from "./pasted-pictures.ts";
import { refusalOf } from "./send-picture.ts";
import { addPictures, pictureUploads } from "./uploads.ts";

/** Most pictures added at once. */
const MOST = 20;

interface Given {
  file: File;
  /** Where it goes in the text. */
  at: number;
}

/** Adds files as pictures, and reports those that can't be added. */
function addFiles(view: EditorView, reviewKey: string, given: readonly Given[]): void {
  const refusals = given.flatMap(({ file }) => refusalOf(file) ?? []);
  for (const refusal of refusals.slice(0, 3)) toastError(refusal);
  const pictures = given.filter(({ file }) => refusalOf(file) === null);
  if (pictures.length > MOST) toastError(`You can add ${MOST} pictures at once. Add the others after these.`);
  if (pictures.length > 0) addPictures(view, reviewKey, pictures.slice(0, MOST));
}

const allAt = (files: Iterable<File>, at: number): Given[] => Array.from(files, (file) => ({ file, at }));

/** Asks for files and adds them at the caret. */
export function choosePictures(view: EditorView, reviewKey: string): void {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, accept: PICTURE_TYPES.join(",") });
  input.addEventListener("change", () => addFiles(view, reviewKey, allAt(input.files ?? [], view.state.selection.to)));
  input.click();
}

const hasWords = (html: string) =>
  (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "").trim() !== "";

const tellLeftOut = (count: number, why: string) =>
  toastDone(
    `${countWords(count, "picture")} left out, because ${count === 1 ? "it is" : "they are"} ${why}. Save ${count === 1 ? "it" : "them"}, then drop ${count === 1 ? "the file" : "the files"} here.`,
  );

/** Pictures of a paste on their way into the text. `places`: known once the text around them is there. */
interface Pasted {
  files: readonly File[];
  places: readonly { file: number; at: number }[];
}

const key = new PluginKey<Pasted | null>("pastedPictures");

/** Puts the pictures of a paste where they were in it. What marks their places is never part of the shared text. */
const pastedPictures = (reviewKey: string, rtfOf: () => string) =>
  new Plugin<Pasted | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, pasted) => {
        const made: Pasted | null | undefined = transaction.getMeta(key);
        if (made !== undefined) return made;
        if (!pasted || !transaction.docChanged) return pasted;
        const places = pasted.places.map((place) => ({ ...place, at: transaction.mapping.map(place.at) }));
        return { ...pasted, places };
      },
    },
    appendTransaction: (_transactions, _before, state) => {
      const pasted = key.getState(state);
      const found = pasted ? placesOfPictures(state.doc) : [];
      if (!pasted || found.length === 0) return null;
      const { tr } = state;
      for (const { from, to } of found.toReversed()) tr.delete(from, to);
      const places = found.map(({ file, from }) => ({ file, at: tr.mapping.map(from) }));
      return tr.setMeta(key, { ...pasted, places: [...pasted.places, ...places] });
    },
    props: {
      transformPastedHTML: (html, view) => {
        if (!/<img\b/i.test(html)) return html;
        const { html: rest, files, elsewhere, local } = takePictures(html, rtfOf());
        const isAdding = files.length > 0 && view.editable;
        if (isAdding) view.dispatch(view.state.tr.setMeta(key, { files, places: [] }));
        // After the text that came with them is in its place.
        setTimeout(() => {
          if (isAdding) addPasted(view, reviewKey);
          if (elsewhere > 0) tellLeftOut(elsewhere, "on another site");
          if (local > 0) tellLeftOut(local, "only on your computer");
        });
        return rest;
      },
    },
  });

function addPasted(view: EditorView, reviewKey: string): void {
  if (view.isDestroyed) return;
  const { files, places } = key.getState(view.state) ?? { files: [], places: [] };
  view.dispatch(view.state.tr.setMeta(key, null));
  const given = places.flatMap(({ file, at }) => ({ file: files[file], at }));
  addFiles(
    view,
    reviewKey,
    given.filter((one): one is Given => one.file !== undefined),
  );
}

/**
 * Accepts pictures that are dropped or pasted. A text never shows a picture from another address, because the other
 * site could see who reads the review.
 */
export const givenPictures = (reviewKey: string) =>
  Extension.create({
    name: "givenPictures",
    priority: 1000,
    addProseMirrorPlugins: () => {
      let rtf = "";
      return [
        pictureUploads(),
        pastedPictures(reviewKey, () => rtf),
        new Plugin({
          props: {
            handleDOMEvents: {
              paste: (_view, { clipboardData }) => {
                rtf = clipboardData?.getData("text/rtf") ?? "";
              },
              drop: (_view, { dataTransfer }) => {
                rtf = dataTransfer?.getData("text/rtf") ?? "";
              },
            },
            handlePaste: (view, { clipboardData }) => {
              const files = [...(clipboardData?.files ?? [])];
              // Office programs also paste a picture of the words.
              if (files.length === 0 || !view.editable || hasWords(clipboardData?.getData("text/html") ?? ""))
                return false;
              addFiles(view, reviewKey, allAt(files, view.state.selection.to));
              return true;
            },
            handleDrop: (view, event, _slice, isMoved) => {
              const files = [...(event.dataTransfer?.files ?? [])];
              if (isMoved || files.length === 0 || !view.editable) return false;
              event.preventDefault();
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              addFiles(view, reviewKey, allAt(files, place?.pos ?? view.state.selection.to));
              return true;
            },
          },
        }),
      ];
    },
  });
