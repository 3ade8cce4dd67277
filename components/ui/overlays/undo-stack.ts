type Undo = { readonly id: string; readonly run: () => void };

let offered: readonly Undo[] = [];

/** Stores how to undo a change while its toast is shown. */
export function offerUndo(id: string, run: () => void): void {
  offered = [...offered, { id, run }];
}

/** Removes the undo of a change whose toast is gone. */
export function forgetUndo(id: string): void {
  offered = offered.filter((one) => one.id !== id);
}

/** Returns whether a change can be undone. */
export function hasUndo(): boolean {
  return offered.length > 0;
}

/** Undoes the latest change that can be undone. */
export function runLastUndo(): void {
  offered.at(-1)?.run();
}
