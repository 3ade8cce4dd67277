import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { AppError } from "#lib/base/errors.ts";
import type { PrintedReview } from "../../printed/printed.ts";
import { typstSource } from "./typst-source.ts";

const PACKAGES = "@expo-google-fonts/";
/** Static fonts, because Typst doesn't read variable ones, with their families in the order in which they are used. */
const FONTS: readonly (readonly [string, readonly string[]])[] = [
  [
    "Noto Sans",
    [
      "noto-sans/400Regular/NotoSans_400Regular.ttf",
      "noto-sans/700Bold/NotoSans_700Bold.ttf",
      "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
      "noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf",
    ],
  ],
  [
    "Noto Sans Arabic",
    [
      "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
      "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
    ],
  ],
  [
    "Noto Sans Hebrew",
    [
      "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
      "noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf",
    ],
  ],
  ["Noto Emoji", ["noto-emoji/400Regular/NotoEmoji_400Regular.ttf"]],
];
const FONT_FAMILIES = FONTS.map(([family]) => family);

/** Where Typst looks for files. It has only those that are passed to it. */
const NOWHERE = "/afterword-pdf";

const NOT_HERE = "This server has no PDF writer for its platform. Export the review as Word or HTML.";

interface Source {
  text: string;
  /** Files by their absolute paths. */
  files: ReadonlyMap<string, Uint8Array>;
  /** A folder with more fonts. */
  fontFolder: string | null;
}

/** Returns a picture's path for Typst. */
const typstPath = (name: string): string => `/${name}`;

/** Compiles a source to a tagged PDF. Throws `unavailable` where the compiler isn't installed. */
async function compileTypst({ text, files, fontFolder }: Source): Promise<Uint8Array<ArrayBuffer>> {
  const compiler = await makeCompiler(fontFolder);
  for (const [path, bytes] of files) compiler.mapShadow(join(NOWHERE, path), Buffer.from(bytes));
  const compiled = compiler.compile({ mainFileContent: text });
  const { result } = compiled;
  if (!result)
    throw new Error(`Typst rejected its source: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const pdf = new Uint8Array(compiler.pdf(result));
  compiler.evictCache(0);
  return pdf;
}

async function makeCompiler(fontFolder: string | null): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler").catch(() => {
    throw new AppError("unavailable", { message: NOT_HERE });
  });
  const require = createRequire(import.meta.url);
  const paths = FONTS.flatMap(([, names]) => names.map((name) => require.resolve(`${PACKAGES}${name}`)));
  const fontBlobs = await Promise.all(paths.map((path) => readFile(path)));
  const more = fontFolder === null ? [] : [{ fontPaths: [fontFolder] }];
  return Compiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }, ...more] });
}

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
