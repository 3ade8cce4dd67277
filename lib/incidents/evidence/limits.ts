import { sizeWords } from "#lib/base/text/size-words.ts";

/** Largest file that can be attached, in bytes. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Most characters in a title of evidence, and in a query or log lines. */
export const EVIDENCE_TITLE_LENGTH = 300;
export const EVIDENCE_TEXT_LENGTH = 200_000;

/** Most bytes of attached files that an exported timeline contains in total. */
export const HELD_FILES_LIMIT_BYTES = 12 * 1024 * 1024;

/** Returns why a file of this size can't be evidence, or undefined if it can. */
export function fileFault(bytes: number, limitBytes = FILE_LIMIT_BYTES): string | undefined {
  if (bytes === 0) return "This file is empty. Choose another file.";
  if (bytes <= limitBytes) return undefined;
  return `This file has ${sizeWords(bytes)}. The limit is ${sizeWords(limitBytes)}. Add a link to it instead.`;
}
