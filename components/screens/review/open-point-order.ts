/** Kinds of open points, in the order in which those at one place come. */
const KINDS = ["fact", "comment", "hint", "suggestion", "factor"] as const;
export type OpenPointKind = (typeof KINDS)[number];

/** Something in a text that still needs a person. */
export interface OpenPoint {
  kind: OpenPointKind;
  id: string;
  /** Its position in the text. Null if it has none: a comment whose passage is gone, or a factor. */
  at: number | null;
  words: string;
}

/** Returns open points in the order of the text. Those without a place are last, by kind. */
export function inTextOrder(points: readonly OpenPoint[]): OpenPoint[] {
  const placeOf = ({ at }: OpenPoint) => at ?? Number.POSITIVE_INFINITY;
  return KINDS.flatMap((kind) => points.filter((point) => point.kind === kind)).sort((one, other) =>
    placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other),
  );
}

interface From {
  /** The point that was shown last, unless the caret has moved since. */
  current: Pick<OpenPoint, "kind" | "id"> | null;
  /** Where the caret is. Null outside the text. */
  caret: number | null;
}

/**
 * Returns the index of the next point, or of the one before: from the current point, otherwise from the caret, and
 * around. -1 without points.
 */
export function nextPoint(points: readonly OpenPoint[], { current, caret }: From, by: 1 | -1): number {
  if (points.length === 0) return -1;
  const now = current ? points.findIndex(({ kind, id }) => kind === current.kind && id === current.id) : -1;
  const wanted = now >= 0 ? now + by : caret === null ? (by > 0 ? 0 : -1) : fromCaret(points, caret, by);
  return (wanted + points.length) % points.length;
}

/** A point at the caret is the first one in either direction. */
function fromCaret(points: readonly OpenPoint[], caret: number, by: 1 | -1): number {
  if (by < 0) return points.findLastIndex(({ at }) => at !== null && at <= caret);
  const after = points.findIndex(({ at }) => at === null || at >= caret);
  return after < 0 ? points.length : after;
}

const NAMES: Record<OpenPointKind, string> = {
  fact: "Changed facts",
  comment: "Comment",
  hint: "Wording hint",
  suggestion: "Suggestion",
  factor: "Factor without evidence",
};

/** Returns the name of a point, its place among those of its kind, and its text: "Comment 2 of 5: Who saw it?" */
export function pointWords(points: readonly OpenPoint[], at: number): string {
  const point = points[at];
  if (!point) return "No open points";
  const alike = points.filter(({ kind }) => kind === point.kind);
  return `${NAMES[point.kind]} ${alike.indexOf(point) + 1} of ${alike.length}: ${point.words}`;
}
