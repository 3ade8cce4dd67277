/** Where a file says it. */
export interface FindingPlace {
  filename: string;
  /** Path in a zip of several files. */
  file: string | null;
  line: number;
}

/** "notes.md, line 12", "export.zip, review.md, line 12" of a file in a zip. */
export const placeWords = ({ filename, file, line }: FindingPlace): string =>
  [filename, ...(file === null ? [] : [file]), `line ${line}`].join(", ");
