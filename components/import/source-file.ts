/** A file or a pasted text that waits to be read. */
export interface SourceFile {
  id: string;
  name: string;
  blob: Blob;
}

export const fromFile = (file: File): SourceFile => ({ id: crypto.randomUUID(), name: file.name, blob: file });

export const fromText = (text: string): SourceFile => ({
  id: crypto.randomUUID(),
  name: "pasted.txt",
  blob: new Blob([text], { type: "text/plain" }),
});

/** "186 kB", "2.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
