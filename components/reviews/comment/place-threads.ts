export interface Anchor {
  id: string;
  /** Distance of the passage from the top of the margin, null when its text is gone. */
  top: number | null;
  height: number;
}

const GAP = 12;

/** Tops of the cards next to their passages: none overlaps, the order is that of the text, orphans come last. */
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
