import type { SourceFile } from "./source-file.ts";

/** A file that the browser cannot read. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** What is sent of a source: a part of a form, pasted or not. */
interface Upload {
  filename: string;
  file: File;
}

/** A source as it is sent. Rejects with Unreadable when its file is gone or locked. */
export async function readUpload({ name, blob }: SourceFile): Promise<Upload> {
  try {
    if (!(blob instanceof File)) return { filename: name, file: new File([blob], name) };
    // The sending itself would fail without a reason.
    await blob.slice(0, 1).arrayBuffer();
    return { filename: name, file: blob };
  } catch {
    throw new Unreadable("Couldn't read this file. Choose it again.");
  }
}
