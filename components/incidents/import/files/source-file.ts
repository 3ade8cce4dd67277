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

const KB = 1024;

/** "186 kB", "2.4 MB", counted as the limits are. */
export function sizeWords(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  if (bytes < KB * KB) return `${Math.round(bytes / KB)} kB`;
  return `${Math.round((bytes * 10) / KB / KB) / 10} MB`;
}
