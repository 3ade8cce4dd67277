import type { PackedFile } from "#importers/base/importer.ts";
import { readText } from "#importers/source/read-source.ts";
import { NO_WRITE_UP, readWriteUp, type WriteUpParts } from "#importers/write-up/read-write-up.ts";
import { detectReadable } from "./detect-format.ts";

const DOCUMENT = /\.(?:md|markdown|html?|txt)$/i;
const LONGEST = 2_000_000;

/**
 * What the documents of a zip offer beside their events, each part with the path of its file; title and summary are those
 * of the first that has them. A log of two million letters is no write-up and is not looked through for one.
 */
export function readArchiveWriteUps(files: readonly PackedFile[]): WriteUpParts {
  const whole: WriteUpParts = { ...NO_WRITE_UP, actions: [], factors: [] };
  for (const file of files) {
    const found = DOCUMENT.test(file.path) && file.refused === undefined ? writeUpOf(file) : NO_WRITE_UP;
    const placed = <Item extends object>(items: readonly Item[]) => items.map((item) => ({ ...item, file: file.path }));
    whole.title ??= found.title;
    whole.summary ??= found.summary;
    whole.actions.push(...placed(found.actions));
    whole.factors.push(...placed(found.factors));
  }
  return whole;
}

function writeUpOf(file: PackedFile): WriteUpParts {
  const { text } = file;
  if (text.length > LONGEST) return NO_WRITE_UP;
  const source = readText(file.path, text);
  const importer = detectReadable(source)[0]?.importer;
  return importer?.writeUp ? readWriteUp(importer.writeUp(source)) : NO_WRITE_UP;
}
