/** Where a file states it. */
export interface FindingPlace {
  filename: string;
  /** Path within a zip of several files. */
  file: string | null;
  line: number;
}

/** "notes.md, line 12", or "export.zip, review.md, line 12" for a file in a zip. */
export const placeWords = ({ filename, file, line }: FindingPlace): string =>
  [filename, ...(file === null ? [] : [file]), `line ${line}`].join(", ");
