import type { FactorRelation } from "#lib/base/vocabulary/factor.ts";
import { BOX, type GraphNode, type Point } from "./graph.ts";

/** A box as it is drawn: its first line in bold, and one below. */
export interface DrawnBox extends GraphNode {
  title: string;
  note: string;
}

export interface DrawnLine {
  fromId: string;
  toId: string;
  relation: FactorRelation;
  label: string;
}

const MARGIN = 24;
const LETTERS = 28;
const LINES = 3;

/** The lines of each relation, distinct even without colour. */
export const LINE_STYLES: Record<FactorRelation, { width: number; dashes: string | null }> = {
  made_possible: { width: 1.4, dashes: null },
  amplified: { width: 3, dashes: null },
  masked: { width: 1.4, dashes: "2 4" },
  mitigated: { width: 1.4, dashes: "8 3" },
};

/** Returns the path of a line from the right side of one box to the left side of another. */
export function linePath(from: Point, to: Point): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** Returns the drawing as a file of its own: black on white, with the words of every box and line. */
export function graphSvg(title: string, boxes: readonly DrawnBox[], lines: readonly DrawnLine[]): string {
  const left = Math.min(0, ...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(0, ...boxes.map(({ y }) => y)) - MARGIN;
  const width = Math.max(0, ...boxes.map(({ x }) => x + BOX.width)) + MARGIN - left;
  const height = Math.max(0, ...boxes.map(({ y }) => y + BOX.height)) + MARGIN - top;
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const drawn = lines.flatMap((line) => {
    const [from, to] = [byId.get(line.fromId), byId.get(line.toId)];
    return from && to ? [drawLine(line, from, to)] : [];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    ...boxes.map(drawBox),
    "</svg>",
    "",
  ].join("\n");
}

function drawLine({ relation, label }: DrawnLine, from: Point, to: Point): string {
  const { width, dashes } = LINE_STYLES[relation];
  const dashed = dashes === null ? "" : ` stroke-dasharray="${dashes}"`;
  const [x, y] = [(from.x + BOX.width + to.x) / 2, (from.y + to.y + BOX.height) / 2 - 5];
  return `<path d="${linePath(from, to)}" fill="none" stroke="#222" stroke-width="${width}"${dashed} marker-end="url(#end)"/><text x="${x}" y="${y}" text-anchor="middle" stroke="#fff" stroke-width="3" paint-order="stroke">${escaped(label)}</text>`;
}

function drawBox({ x, y, title, note }: DrawnBox): string {
  const words = wrapped(title).map(
    (line, at) => `<tspan x="${x + 10}" y="${y + 18 + at * 15}">${escaped(line)}</tspan>`,
  );
  return `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="#fff" stroke="#222"/><text font-weight="bold">${words.join("")}</text><text x="${x + 10}" y="${y + BOX.height - 10}" fill="#555">${escaped(note)}</text>`;
}

/** Returns words as the lines of a box. What has no room becomes an ellipsis. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LETTERS ? `${word.slice(0, LETTERS - 1)}…` : word);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`];
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
