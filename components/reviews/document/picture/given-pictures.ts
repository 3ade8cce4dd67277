import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { PICTURE_TYPES } from "#lib/base/vocabulary/picture-type.ts";
import { placesOfPictures, takePictures } from "./pasted-pictures.ts";
import { refusalOf } from "./send-picture.ts";
import { addPictures, type GivenPicture, pictureUploads } from "./uploads.ts";

/** Most pictures added at once. */
const MOST = 20;

const refusalFor = ({ picture }: GivenPicture) => (typeof picture === "string" ? null : refusalOf(picture));

/** Adds pictures, and reports those that can't be added. */
function addGiven(view: EditorView, reviewKey: string, given: readonly GivenPicture[]): void {
  const refusals = given.flatMap((one) => refusalFor(one) ?? []);
  for (const refusal of refusals.slice(0, 3)) toastError(refusal);
  const pictures = given.filter((one) => refusalFor(one) === null);
  if (pictures.length > MOST) toastError(`You can add ${MOST} pictures at once. Add the others after these.`);
  if (pictures.length > 0) addPictures(view, reviewKey, pictures.slice(0, MOST));
}

const allAt = (files: Iterable<File>, at: number): GivenPicture[] => Array.from(files, (picture) => ({ picture, at }));

/** Asks for files and adds them at the caret. */
export function choosePictures(view: EditorView, reviewKey: string): void {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, accept: PICTURE_TYPES.join(",") });
  input.addEventListener("change", () => addGiven(view, reviewKey, allAt(input.files ?? [], view.state.selection.to)));
  input.click();
}

const hasWords = (html: string) =>
  (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "").trim() !== "";

const countPictures = (count: number) =>
  `${countWords(count, "picture")} left out, because ${count === 1 ? "it is" : "they are"}`;

const tellLocal = (count: number) =>
  toastError(`${countPictures(count)} only on your computer. Drop ${count === 1 ? "the file" : "the files"} here.`);

/** Pictures of the last paste, and their places once the words around them are in the text. */
interface Pasted {
  pictures: readonly (File | string)[];
  places: readonly { number: number; at: number }[] | null;
}

const key = new PluginKey<Pasted | null>("pastedPictures");

/** Puts the pictures of a paste where they were in it. What marks their places is never part of the shared text. */
function pastedPictures(reviewKey: string, rtfOf: () => string): Plugin<Pasted | null> {
  let closeOffer = () => {};
  return new Plugin<Pasted | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, pasted) => {
        const made: Pasted | null | undefined = transaction.getMeta(key);
        if (made !== undefined) return made;
        if (!pasted?.places || !transaction.docChanged) return pasted;
        const places = pasted.places.map((place) => ({ ...place, at: transaction.mapping.map(place.at) }));
        return { ...pasted, places };
      },
    },
    appendTransaction: (_transactions, _before, state) => {
      const pasted = key.getState(state);
      const found = pasted?.places === null ? placesOfPictures(state.doc) : [];
      if (!pasted || found.length === 0) return null;
      const { tr } = state;
      for (const { from, to } of found.toReversed()) tr.delete(from, to);
      const places = found.map(({ number, from }) => ({ number, at: tr.mapping.map(from) }));
      return tr.setMeta(key, { ...pasted, places });
    },
    props: {
      transformPastedHTML: (html, view) => {
        if (!/<img\b/i.test(html)) return html;
        const { html: rest, pictures, local } = takePictures(html, rtfOf());
        if (!view.editable) return rest;
        closeOffer();
        if (pictures.length > 0) view.dispatch(view.state.tr.setMeta(key, { pictures, places: null }));
        // After the text that came with them is in its place.
        setTimeout(() => {
          if (local > 0) tellLocal(local);
          if (view.isDestroyed || pictures.length === 0) return;
          addPasted(view, reviewKey, "files");
          closeOffer = offerOthers(view, reviewKey);
          // The paste can have been rejected.
          if (pastedIn(view, "files").length + pastedIn(view, "addresses").length === 0)
            view.dispatch(view.state.tr.setMeta(key, null));
        });
        return rest;
      },
    },
  });
}

/** Returns the pictures of the last paste that are files, or on another site, with their places. */
function pastedIn(view: EditorView, kind: "files" | "addresses"): GivenPicture[] {
  const { pictures = [], places } = key.getState(view.state) ?? {};
  return (places ?? []).flatMap(({ number, at }) => {
    const picture = pictures[number];
    return picture === undefined || (typeof picture === "string") !== (kind === "addresses") ? [] : [{ picture, at }];
  });
}

function addPasted(view: EditorView, reviewKey: string, kind: "files" | "addresses"): void {
  if (!view.isDestroyed) addGiven(view, reviewKey, pastedIn(view, kind));
}

/** The server reads them only if someone asks, because the other site can see that. Returns how to close the offer. */
function offerOthers(view: EditorView, reviewKey: string): () => void {
  const { length: count } = pastedIn(view, "addresses");
  if (count === 0) return () => {};
  return toastError(`${countPictures(count)} on another site.`, {
    label: count === 1 ? "Add it" : "Add them",
    run: () => addPasted(view, reviewKey, "addresses"),
  });
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
              addGiven(view, reviewKey, allAt(files, view.state.selection.to));
              return true;
            },
            handleDrop: (view, event, _slice, isMoved) => {
              const files = [...(event.dataTransfer?.files ?? [])];
              if (isMoved || files.length === 0 || !view.editable) return false;
              event.preventDefault();
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              addGiven(view, reviewKey, allAt(files, place?.pos ?? view.state.selection.to));
              return true;
            },
          },
        }),
      ];
    },
  });
