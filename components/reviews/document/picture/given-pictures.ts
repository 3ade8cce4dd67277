import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { PICTURE_TYPES } from "#lib/reviews/picture/picture-sizes.ts";
import { refusalOf } from "./send-picture.ts";
import { addPictures, pictureUploads } from "./uploads.ts";

/** Most pictures added at once. */
const MOST = 20;

/** Adds files as pictures at a position, and reports those that can't be added. */
export function addFiles(view: EditorView, reviewKey: string, files: readonly File[], at: number): void {
  const refusals = files.flatMap((file) => refusalOf(file) ?? []);
  for (const refusal of refusals.slice(0, 3)) toastError(refusal);
  const pictures = files.filter((file) => refusalOf(file) === null);
  if (pictures.length > MOST) toastError(`You can add ${MOST} pictures at once. Add the others after these.`);
  if (pictures.length > 0) addPictures(view, reviewKey, pictures.slice(0, MOST), at);
}

/** Asks for files and adds them at the caret. */
export function choosePictures(view: EditorView, reviewKey: string): void {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, accept: PICTURE_TYPES.join(",") });
  input.addEventListener("change", () => addFiles(view, reviewKey, [...(input.files ?? [])], view.state.selection.to));
  input.click();
}

const DATA_ADDRESS = /^data:(image\/[a-z+.-]+);base64,([A-Za-z0-9+/=\s]+)$/;

function fileOfData(address: string): File | null {
  const [, type, data] = DATA_ADDRESS.exec(address) ?? [];
  if (!type || !data) return null;
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new File([bytes], "pasted picture", { type });
  } catch {
    return null;
  }
}

/** Removes the pictures of pasted HTML. Those that it contains become files, and the others are only counted. */
function takePictures(html: string): { html: string; files: File[]; foreign: number } {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const images = [...body.querySelectorAll("img")];
  const files = images.flatMap(({ src }) => fileOfData(src) ?? []);
  // Tracking pixels are removed without a notice.
  const seen = images.filter(({ width, height }) => width !== 1 && height !== 1);
  for (const image of images) image.remove();
  return { html: body.innerHTML, files, foreign: Math.max(0, seen.length - files.length) };
}

const hasWords = (html: string) =>
  (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "").trim() !== "";

const tellLeftOut = (count: number) =>
  toastDone(
    `${countWords(count, "picture")} left out, because ${count === 1 ? "it is" : "they are"} on another site. Save ${count === 1 ? "it" : "them"}, then drop ${count === 1 ? "the file" : "the files"} here.`,
  );

/**
 * Accepts pictures that are dropped or pasted. A text never shows a picture from another address, because the other
 * site could see who reads the review.
 */
export const givenPictures = (reviewKey: string) =>
  Extension.create({
    name: "givenPictures",
    priority: 1000,
    addProseMirrorPlugins: () => [
      pictureUploads(),
      new Plugin({
        props: {
          transformPastedHTML: (html, view) => {
            if (!/<img\b/i.test(html)) return html;
            const { html: rest, files, foreign } = takePictures(html);
            // After the text that came with them is in its place.
            setTimeout(() => {
              if (files.length > 0 && view.editable) addFiles(view, reviewKey, files, view.state.selection.to);
              if (foreign > 0) tellLeftOut(foreign);
            });
            return rest;
          },
          handlePaste: (view, { clipboardData }) => {
            const files = [...(clipboardData?.files ?? [])];
            // Office programs also paste a picture of the words.
            if (files.length === 0 || !view.editable || hasWords(clipboardData?.getData("text/html") ?? ""))
              return false;
            addFiles(view, reviewKey, files, view.state.selection.to);
            return true;
          },
          handleDrop: (view, event, _slice, isMoved) => {
            const files = [...(event.dataTransfer?.files ?? [])];
            if (isMoved || files.length === 0 || !view.editable) return false;
            event.preventDefault();
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            addFiles(view, reviewKey, files, place?.pos ?? view.state.selection.to);
            return true;
          },
        },
      }),
    ],
  });
