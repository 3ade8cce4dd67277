import type { ScoreColours } from "#lib/base/vocabulary/score-colours.ts";
import { type BandPart, cutsOf, type ScoreLayout } from "../score-layout.ts";
import { element, textElement } from "./xml.ts";

const RING_PX = 4;
const HATCH = "afterword-hatch";

/** The 45° hatch of a degraded stretch, to be put into `defs`. */
export const hatchSvg = (colours: ScoreColours): string =>
  element(
    "pattern",
    { id: HATCH, width: 4.2, height: 4.2, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("line", { x1: 0, y1: 0, x2: 0, y2: 4.2, stroke: colours.degraded, "stroke-width": 2 }),
  );

function partSvg({ kind, x0, x1 }: BandPart, y: number, heightPx: number, colours: ScoreColours): string {
  const width = Math.max(1.5, x1 - x0);
  const middle = y + heightPx / 2;
  const line = { y1: middle, y2: middle };
  if (kind === "latent") {
    return element("line", {
      ...line,
      x1: x0,
      x2: x1,
      stroke: colours.latent,
      "stroke-width": 1.5,
      "stroke-dasharray": "1.5 2.5",
    });
  }
  if (kind === "degraded") {
    const box = { x: x0, y: y + 0.5, width, height: heightPx - 1 };
    return element("rect", { ...box, fill: `url(#${HATCH})`, stroke: colours.degraded });
  }
  if (kind === "open") {
    const box = { x: x0, y: y + 0.5, width, height: heightPx - 1 };
    return element("rect", { ...box, fill: "none", stroke: colours.degraded, "stroke-dasharray": "4 3" });
  }
  if (kind === "outage") return element("rect", { x: x0, y, width, height: heightPx, fill: colours.outage });
  const end = Math.max(x1, x0 + 3 * RING_PX);
  return [
    element("line", { ...line, x1: x0, x2: end - 2 * RING_PX, stroke: colours.restored, "stroke-width": 2 }),
    element("circle", {
      cx: end - RING_PX,
      cy: middle,
      r: 3.4,
      fill: colours.surface,
      stroke: colours.restored,
      "stroke-width": 1.8,
    }),
  ].join("");
}

function cutSvg(x: number, y: number, colours: ScoreColours): string {
  return [
    element("path", { d: `M${x - 9} ${y - 4}h18l-8 24h-18z`, fill: colours.surface }),
    element("path", {
      d: `M${x - 9} ${y - 4}l-8 24M${x + 9} ${y - 4}l-8 24`,
      stroke: colours.rule,
      "stroke-width": 1.2,
      fill: "none",
    }),
  ].join("");
}

/** The band of customer impact, with the milestones below it. */
export function bandSvg(layout: ScoreLayout, colours: ScoreColours): string {
  const { band, bandY, bandPx, axis, labels, milestoneTicks } = layout;
  const below = bandY + bandPx;
  const none = textElement({ x: axis.x0, y: below - 4, fill: colours.muted }, "set “impact started” to draw this");
  return [
    ...(band.length === 0 ? [none] : band.map((part) => partSvg(part, bandY, bandPx, colours))),
    ...cutsOf(layout).map(({ x0, x1 }) => cutSvg((x0 + x1) / 2, bandY, colours)),
    ...milestoneTicks.map((x) => element("path", { d: `M${x} ${below + 2}v6`, stroke: colours.text })),
    ...labels.map(({ x, row, anchor, text }) =>
      textElement({ x, y: below + 20 + row * 14, "text-anchor": anchor, fill: colours.text, "font-weight": 500 }, text),
    ),
  ].join("");
}
