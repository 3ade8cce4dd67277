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

interface TakenPictures {
  /** With a place for each picture. */
  html: string;
  /** Files, and addresses on other sites. */
  pictures: (File | string)[];
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

/** Tracking pixels are removed without a notice. */
const isSeen = ({ width, height }: HTMLImageElement) => width !== 1 && height !== 1;

/** Takes the pictures out of pasted HTML. Their files are in it, or in the rich text that comes with it. */
export function takePictures(html: string, rtf: string): TakenPictures {
  const { body } = new DOMParser().parseFromString(html.replaceAll(START, "").replaceAll(END, ""), "text/html");
  for (const box of body.querySelectorAll(BOX)) box.remove();
  const images = [...body.querySelectorAll("img")].filter((image) => isSeen(image) || void image.remove());
  const local = images.filter(isLocal);
  const inRtf = picturesOfRtf(local.length > 0 ? rtf : "");
  const pictures: TakenPictures["pictures"] = [];
  const left = images.filter((image) => {
    const { src } = image;
    const file = isLocal(image) ? inRtf.length === local.length && inRtf[local.indexOf(image)] : fileOfData(src);
    const picture = file || (/^https?:/i.test(src) ? src : null);
    if (picture) image.replaceWith(`${START}${pictures.push(picture) - 1}${END}`);
    else removeLine(image);
    return !picture;
  });
  return { html: body.innerHTML, pictures, local: left.filter(isLocal).length };
}

/** Returns where places of pictures are in a text, with their numbers. */
export function placesOfPictures(doc: Node): { number: number; from: number; to: number }[] {
  const places: { number: number; from: number; to: number }[] = [];
  doc.descendants(({ text = "" }, at) => {
    for (const match of text.matchAll(PLACE))
      places.push({ number: Number(match[1]), from: at + match.index, to: at + match.index + match[0].length });
  });
  return places;
}
