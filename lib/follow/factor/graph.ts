import type { FactorEdge } from "./relations.ts";

export interface Point {
  x: number;
  y: number;
}

export interface GraphNode extends Point {
  id: string;
}

/** The size of a box, and the room between boxes. */
export const BOX = { width: 200, height: 84, gapX: 150, gapY: 28 } as const;
/** The box of the impact, which has no record of its own. */
export const IMPACT_ID = "impact";

type Line = Pick<FactorEdge, "fromId" | "toId">;

/**
 * Returns a place for each id: in columns from left to right along the lines, with the impact after all others. A
 * line that closes a cycle isn't counted, so a cycle is drawn as a row with one line back.
 */
export function layOut(ids: readonly string[], lines: readonly Line[]): Map<string, Point> {
  const columns = columnsOf(ids, lines);
  const last = Math.max(0, ...ids.map((id) => columns.get(id) ?? 0));
  const filled = new Map<number, number>();
  const places = new Map<string, Point>();
  for (const id of ids) {
    const column = columns.get(id) ?? 0;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    places.set(id, { x: column * (BOX.width + BOX.gapX), y: row * (BOX.height + BOX.gapY) });
  }
  const tallest = Math.max(1, ...filled.values());
  // Between the others, so lines from them don't run behind their neighbours in the same row.
  if (places.has(IMPACT_ID) && ids.length > 1)
    places.set(IMPACT_ID, {
      x: last * (BOX.width + BOX.gapX),
      y: ((tallest - 1) / 2 + 0.5) * (BOX.height + BOX.gapY),
    });
  return places;
}

/** The number of lines on the longest way to each id. */
function columnsOf(ids: readonly string[], lines: readonly Line[]): Map<string, number> {
  const into = Map.groupBy(lines, ({ toId }) => toId);
  const columns = new Map<string, number>();
  const isOnWay = new Set<string>();
  const visit = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    isOnWay.add(id);
    const before = (into.get(id) ?? []).filter(({ fromId }) => !isOnWay.has(fromId));
    const column = Math.max(-1, ...before.map(({ fromId }) => visit(fromId))) + 1;
    isOnWay.delete(id);
    columns.set(id, column);
    return column;
  };
  for (const id of ids) visit(id);
  if (ids.includes(IMPACT_ID)) {
    columns.delete(IMPACT_ID);
    columns.set(IMPACT_ID, Math.max(-1, ...columns.values()) + 1);
  }
  return columns;
}

export type Way = "left" | "right" | "up" | "down";

/**
 * Returns where an arrow key leads from a box: left and right along a line to the nearest neighbour, up and down to the
 * nearest box above or below. Without such a box it leads to the nearest one on that side. Null if there is none.
 */
export function neighbourOf(id: string, way: Way, nodes: readonly GraphNode[], lines: readonly Line[]): string | null {
  const from = nodes.find((node) => node.id === id);
  if (!from) return null;
  const linked =
    way === "right"
      ? lines.flatMap((line) => (line.fromId === id ? line.toId : []))
      : way === "left"
        ? lines.flatMap((line) => (line.toId === id ? line.fromId : []))
        : [];
  const others = nodes.filter((node) => node.id !== id);
  const along = others.filter((node) => linked.includes(node.id));
  const candidates = along.length > 0 ? along : others.filter((node) => isOnSide(from, node, way));
  const [nearest] = candidates.toSorted((one, other) => farness(from, one, way) - farness(from, other, way));
  return nearest?.id ?? null;
}

function isOnSide(from: Point, to: Point, way: Way): boolean {
  const [right, down] = [to.x - from.x, to.y - from.y];
  return { left: right < 0, right: right > 0, up: down < 0, down: down > 0 }[way];
}

/** The distance, with the direction that the key doesn't name counted twice. */
function farness(from: Point, to: Point, way: Way): number {
  const [right, down] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return way === "left" || way === "right" ? right + 2 * down : down + 2 * right;
}
