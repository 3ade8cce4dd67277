import type { SourceFile } from "./source-file.ts";

let waiting: readonly SourceFile[] = [];

/** Hands files to the import page that opens next in this tab. */
export function putWaiting(files: readonly SourceFile[]): void {
  waiting = files;
}

/** The files that were handed over; they are taken once. */
export function takeWaiting(): readonly SourceFile[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
