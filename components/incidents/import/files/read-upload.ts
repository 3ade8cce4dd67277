import type { SourceFile } from "./source-file.ts";

/** A file that the browser cannot read. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** The part of a form for a source, pasted or not. */
interface Upload {
  filename: string;
  file: File;
}

/** Returns a source for sending. Rejects with Unreadable if its file is gone or locked. */
export async function readUpload({ name, blob }: SourceFile): Promise<Upload> {
  try {
    if (!(blob instanceof File)) return { filename: name, file: new File([blob], name) };
    // Otherwise sending would fail without a reason.
    await blob.slice(0, 1).arrayBuffer();
    return { filename: name, file: blob };
  } catch {
    throw new Unreadable("Couldn't read this file. Choose it again.");
  }
}
