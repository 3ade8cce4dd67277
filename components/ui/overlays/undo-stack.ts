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

let early = 0;

/**
 * Offers the undo of a change that is being saved, so a fast undo doesn't mean the change before. Returns a function that
 * ends the offer and returns whether someone took it.
 */
export function offerEarlyUndo(): () => boolean {
  early += 1;
  const id = `early ${early}`;
  let isTaken = false;
  offerUndo(id, () => {
    isTaken = true;
    forgetUndo(id);
  });
  return () => {
    forgetUndo(id);
    return isTaken;
  };
}

/** Returns whether a change can be undone. */
export function hasUndo(): boolean {
  return offered.length > 0;
}

/** Undoes the latest change that can be undone. */
export function runLastUndo(): void {
  offered.at(-1)?.run();
}
