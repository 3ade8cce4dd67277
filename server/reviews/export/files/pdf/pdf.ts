import type { PrintedReview } from "../../printed/printed.ts";
import { compileTypst, FONT_FAMILIES, typstPath } from "./compile-typst.ts";
import { typstSource } from "./typst-source.ts";

/** A letter of a script that the built-in fonts don't have. */
const OTHER_SCRIPT =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;
const MISSING =
  "Some letters in this review are missing here, because this server has no font for them. An admin can add fonts, and Word and HTML have every letter.";

/** Returns the review as a PDF: tagged, with an outline, contents and page numbers. */
export async function reviewPdf(review: PrintedReview, fontFolder: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const paths = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  for (const { id, mediaType, bytes } of review.pictures.values()) {
    const path = typstPath(`picture-${paths.size + 1}.${mediaType === "image/png" ? "png" : "jpg"}`);
    paths.set(id, path);
    files.set(path, bytes);
  }
  const source = typstSource(review, { pictures: paths, fonts: FONT_FAMILIES, remarks: [] });
  const remarks = fontFolder === null && OTHER_SCRIPT.test(source) ? [MISSING] : [];
  const text = remarks.length === 0 ? source : typstSource(review, { pictures: paths, fonts: FONT_FAMILIES, remarks });
  return compileTypst({ text, files, fontFolder });
}
