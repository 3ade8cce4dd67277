import { inMemory, openZip } from "#importers/index.ts";
import { invalid } from "#lib/base/errors.ts";

const LIMITS = { totalBytes: 120_000_000, fileBytes: 60_000_000, entries: 5000 };
const BODY = "word/document.xml";

/** Tables of contents repeat the headings. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='TOC Heading'] => !",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='toc ${level}'] => !`),
  "u => u",
  "strike => s",
];

/** Below a title, the largest heading is one of a section. */
const BELOW_TITLE = [1, 2, 3, 4, 5].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`);

/**
 * Returns the text of a Word file as HTML, with its pictures embedded. What is proposed to be deleted is left out, and
 * what is proposed to be inserted is in the text. Throws `invalid` for another file, and `too_large` for one that is.
 */
export async function htmlOfWord(bytes: Uint8Array): Promise<string> {
  const parts = openZip(inMemory(bytes), LIMITS, () => true).files;
  if (!parts.some(({ path }) => path === BODY))
    throw invalid("file", "This isn't a Word file. Save it as .docx, then import it again.");
  // Real sizes, before a library unpacks all of it at once.
  for (const { unpack } of parts) unpack();
  const { default: mammoth } = await import("mammoth");
  const read = { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  try {
    const { value } = await mammoth.convertToHtml(read, { styleMap: STYLES });
    if (!value.includes('<h1 class="title">')) return value;
    return (await mammoth.convertToHtml(read, { styleMap: [...BELOW_TITLE, ...STYLES] })).value;
  } catch {
    throw invalid("file", "This Word file is damaged. Open it in Word, save it again and import that.");
  }
}
