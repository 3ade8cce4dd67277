export interface Label {
  key: string;
  x: number;
  text: string;
}

export interface PlacedLabel extends Label {
  row: number;
  anchor: "start" | "middle" | "end";
}

const CHAR_PX = 6.3;
const AIR_PX = 10;

/** Places labels under ticks in at most `rows` rows without overlap. A label without room is left out. */
export function placeLabels(labels: readonly Label[], x0: number, x1: number, rows: number): PlacedLabel[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const placed: PlacedLabel[] = [];
  for (const label of [...labels].sort((a, b) => a.x - b.x)) {
    const width = label.text.length * CHAR_PX;
    const left = Math.max(x0, Math.min(label.x - width / 2, x1 - width));
    const row = ends.findIndex((end) => left >= end + AIR_PX);
    if (row < 0) continue;
    ends[row] = left + width;
    const anchor = left > label.x - width / 2 ? "start" : left < label.x - width / 2 ? "end" : "middle";
    placed.push({ ...label, x: anchor === "start" ? left : anchor === "end" ? left + width : label.x, row, anchor });
  }
  return placed;
}
