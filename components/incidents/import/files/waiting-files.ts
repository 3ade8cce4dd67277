import type { SourceFile } from "./source-file.ts";

let waiting: readonly SourceFile[] = [];

/** Passes files to the import page that opens next in this tab. */
export function putWaiting(files: readonly SourceFile[]): void {
  waiting = files;
}

/** Returns the passed files, once. */
export function takeWaiting(): readonly SourceFile[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
