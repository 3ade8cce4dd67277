import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/base/process/project-root.ts";

const FILES = join("node_modules", "@fontsource-variable", "hanken-grotesk", "files");
/** The part of the font for characters beyond those of Western Europe. */
const EXTENDED = /[\u0100-\u02ff\u1e00-\u1eff\u20a0-\u20c0]/;

const read = new Map<string, string>();

function faceOf(part: "latin" | "latin-ext", range: string): string {
  const known = read.get(part);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(projectRoot(), FILES, `hanken-grotesk-${part}-wght-normal.woff2`)).toString("base64");
  const face = `@font-face{font-family:"Hanken Grotesk Variable";font-weight:100 900;src:url(data:font/woff2;base64,${bytes}) format("woff2");unicode-range:${range}}`;
  read.set(part, face);
  return face;
}

/** Returns CSS rules with the product's font for a standalone picture, which loads nothing from elsewhere. */
export function scoreFont(text: string): string {
  const latin = faceOf("latin", "U+0000-00FF,U+2000-206F,U+2190-2193,U+2212");
  return EXTENDED.test(text) ? `${latin}${faceOf("latin-ext", "U+0100-02FF,U+1E00-1EFF,U+20A0-20C0")}` : latin;
}
