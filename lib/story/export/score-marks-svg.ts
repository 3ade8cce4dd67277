import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { ScoreColours } from "#lib/base/vocabulary/score-colours.ts";
import type { bundlePills } from "#lib/incidents/timeline/score/bundle-pills.ts";
import type { Certainty } from "#lib/incidents/timeline/score/score-marks.ts";
import type { ScoreLayout } from "../score-layout.ts";
import { MARK_PATHS, RECOVERY_TICK } from "./mark-paths.ts";
import { element, escapeXml, textElement } from "./xml.ts";

/** One glyph in a 12 × 12 box with its corner at x, y. Solid, hollow, or hollow and dashed by certainty. */
export function glyph(shape: EventShape, certainty: Certainty, at: { x: number; y: number }, colours: ScoreColours) {
  const ink = colours.marks[shape];
  const outline = element("path", {
    d: MARK_PATHS[shape],
    fill: certainty === "exact" ? ink : colours.surface,
    stroke: ink,
    "stroke-width": 1.5,
    "stroke-linejoin": "round",
    "stroke-dasharray": certainty === "untimed" ? "2 1.5" : undefined,
  });
  const tick = element("path", {
    d: RECOVERY_TICK,
    fill: "none",
    stroke: certainty === "exact" ? colours.surface : ink,
    "stroke-width": 1.5,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
  const corner = `translate(${Math.round(at.x * 100) / 100} ${Math.round(at.y * 100) / 100})`;
  return element("g", { transform: corner }, shape === "recovery" ? outline + tick : outline);
}

/** The glyphs of all lanes with their whiskers and pills. Each names its events in a tooltip. */
export function marksSvg(
  { marks }: ScoreLayout,
  { pills, counted }: ReturnType<typeof bundlePills>,
  colours: ScoreColours,
): string {
  const behind = pills.map(({ shape, x, y, width }) =>
    element("rect", {
      ...{ x, y: y - 9, width, height: 18, rx: 9, fill: colours.surface },
      ...{ stroke: colours.marks[shape], "stroke-width": 1.2 },
    }),
  );
  const counts = pills.map(({ x, y, width, count }) => {
    const place = { x: x + width - 6, y: y + 4, "text-anchor": "end" };
    return textElement({ ...place, fill: colours.text, "font-weight": 640 }, String(count));
  });
  const glyphs = marks.map(({ x, y, shape, certainty, whisker, events }) => {
    const names = events.slice(0, 20).map((event) => `E${event.number} ${event.title}`);
    const rest = events.length > names.length ? [`and ${events.length - names.length} more`] : [];
    const whiskerLine = whisker
      ? element("line", {
          x1: whisker.x0,
          x2: whisker.x1,
          y1: y,
          y2: y,
          stroke: colours.marks[shape],
          "stroke-width": 1.5,
          "stroke-dasharray": "3 2",
        })
      : "";
    const pile =
      events.length > 1 && !events.some(({ id }) => counted.has(id))
        ? textElement({ x: x + 5, y: y - 5, fill: colours.text2, "font-weight": 500 }, String(events.length))
        : "";
    const title = `<title>${escapeXml([...names, ...rest].join("\n"))}</title>`;
    return element("g", {}, title + whiskerLine + glyph(shape, certainty, { x: x - 6, y: y - 6 }, colours) + pile);
  });
  return [...behind, ...glyphs, ...counts].join("");
}
