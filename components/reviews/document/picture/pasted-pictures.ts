import type { Node } from "@tiptap/pm/model";
import { picturesOfRtf } from "./rtf-pictures.ts";

/** Letters around the number of a picture, where it is in pasted text. No writing uses them. */
const [START, END] = ["\uE0A0", "\uE0A1"];
const PLACE = new RegExp(`${START}(\\d{1,5})${END}`, "g");

const DATA_ADDRESS = /^data:(image\/[a-z+.-]+);base64,([A-Za-z0-9+/=\s]+)$/;
/** Tasks of Google Docs have a picture of their box. */
const BOX = '[aria-roledescription="checkbox"], [role="checkbox"] > img';

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

export interface TakenPictures {
  /** With a place for each file. */
  html: string;
  files: File[];
  /** Left out, because only an address on another site is known. */
  elsewhere: number;
  /** Left out, because only their place on the person's computer is known. */
  local: number;
}

/** Removes a picture with the line around it, if nothing else is on it. */
function removeLine(image: Element): void {
  let gone = image;
  for (let up = image.parentElement; up?.matches("span, a, p, figure"); up = up.parentElement) {
    if ((up.textContent ?? "").trim() !== "" || up.childElementCount > 1) break;
    gone = up;
  }
  gone.remove();
}

const isLocal = ({ src }: HTMLImageElement) => src.startsWith("file:");

/**
 * Takes the pictures out of pasted HTML. Those that it or the rich text with it contains become files, and the others
 * are only counted.
 */
export function takePictures(html: string, rtf: string): TakenPictures {
  const { body } = new DOMParser().parseFromString(html.replaceAll(START, "").replaceAll(END, ""), "text/html");
  for (const box of body.querySelectorAll(BOX)) box.remove();
  const images = [...body.querySelectorAll("img")];
  const local = images.filter(isLocal);
  const inRtf = picturesOfRtf(local.length > 0 ? rtf : "");
  const files: File[] = [];
  const left = images.filter((image) => {
    const file = isLocal(image) ? inRtf.length === local.length && inRtf[local.indexOf(image)] : fileOfData(image.src);
    if (file) image.replaceWith(`${START}${files.push(file) - 1}${END}`);
    else removeLine(image);
    // Tracking pixels are removed without a notice.
    return !file && image.width !== 1 && image.height !== 1;
  });
  const leftLocal = left.filter(isLocal).length;
  return { html: body.innerHTML, files, elsewhere: left.length - leftLocal, local: leftLocal };
}

/** Returns where places of pictures are in a text, with the numbers of their files. */
export function placesOfPictures(doc: Node): { file: number; from: number; to: number }[] {
  const places: { file: number; from: number; to: number }[] = [];
  doc.descendants(({ text = "" }, at) => {
    for (const match of text.matchAll(PLACE))
      places.push({ file: Number(match[1]), from: at + match.index, to: at + match.index + match[0].length });
  });
  return places;
}
