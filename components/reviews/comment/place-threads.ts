export interface Anchor {
  id: string;
  /** Distance of the passage from the top of the margin. Null if its text was deleted. */
  top: number | null;
  height: number;
}

const GAP = 12;

/**
 * Returns the tops of the cards, next to their passages without overlap, in text order. Those without a passage are
 * last.
 */
export function placeThreads(anchors: readonly Anchor[]): Map<string, number> {
  const ordered = [...anchors].sort(
    (a, b) => (a.top ?? Number.POSITIVE_INFINITY) - (b.top ?? Number.POSITIVE_INFINITY),
  );
  const tops = new Map<string, number>();
  let free = 0;
  for (const { id, top, height } of ordered) {
    const place = Math.max(free, top ?? free);
    tops.set(id, place);
    free = place + height + GAP;
  }
  return tops;
}
