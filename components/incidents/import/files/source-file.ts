import { newId } from "#components/ui/new-id.ts";

/** A file or a pasted text that waits to be read. */
export interface SourceFile {
  id: string;
  name: string;
  blob: Blob;
}

export const fromFile = (file: File): SourceFile => ({ id: newId(), name: file.name, blob: file });

export const fromText = (text: string): SourceFile => ({
  id: newId(),
  name: "pasted.txt",
  blob: new Blob([text], { type: "text/plain" }),
});
