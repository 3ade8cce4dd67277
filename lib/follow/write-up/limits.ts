/** Bounds of one import of write-ups. A file beyond them is named in the report with its reason. */
export const WRITE_UP_LIMITS = {
  files: 1000,
  fileBytes: 20 * 1024 * 1024,
  totalBytes: 400 * 1024 * 1024,
  /** Letters of a text. A longer one is a log. */
  letters: 2_000_000,
  /** Pictures of one write-up. */
  pictures: 100,
} as const;

const KINDS: readonly (readonly [RegExp, WriteUpKind])[] = [
  [/\.(?:md|markdown|qmd|txt)$/i, "markdown"],
  [/\.(?:html?|xhtml)$/i, "html"],
  [/\.docx$/i, "word"],
];

export type WriteUpKind = "markdown" | "html" | "word";

/** Returns how a file is read, by its name. Null for a type that isn't read. */
export const writeUpKindOf = (path: string): WriteUpKind | null =>
  KINDS.find(([ending]) => ending.test(path))?.[1] ?? null;

export const OTHER_TYPE = "Only Markdown, HTML, Word (.docx) and text files are read. Save it as one of these.";
