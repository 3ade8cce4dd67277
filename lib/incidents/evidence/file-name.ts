export const FILE_NAME_LENGTH = 260;

/** Line ends, and marks that change the direction of writing: they make `exe.gpj` look like `jpg.exe`. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Returns the name under which an attached file is stored: without folders and invisible marks, never empty, not too
 * long.
 */
export function fileNameOf(path: string): string {
  const name = path
    .replace(/^.*[/\\]/s, "")
    .replace(UNSEEN, "")
    .trim();
  return name === "" ? "file" : name.slice(0, FILE_NAME_LENGTH);
}
