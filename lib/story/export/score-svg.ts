import { countWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { SCORE_COLOURS, type ScoreColours, type ScoreTheme } from "#lib/base/vocabulary/score-colours.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { bundlePills, type Repeats } from "#lib/incidents/timeline/score/bundle-pills.ts";
import { LANE_WORDS } from "#lib/incidents/timeline/score/lane-words.ts";
import { layOutScore, type ScoreLayout } from "../score-layout.ts";
import { flat } from "./event-words.ts";
import { bandSvg, hatchSvg } from "./score-band-svg.ts";
import { glyph, marksSvg } from "./score-marks-svg.ts";
import { stampWords } from "./stamps.ts";
import { element, escapeXml, textElement } from "./xml.ts";

export interface ScorePicture {
  incident: { key: string; title: string };
  /** Events that aren't below another. */
  events: readonly TimelineEvent[];
  /** Of the events with repeats. */
  repeats: Repeats;
  metrics: Pick<Metrics, "band" | "milestones">;
  zone: string;
  widthPx: number;
  theme: ScoreTheme;
  /** CSS rules that embed the font of the picture's text. */
  fontOf: (words: string) => string;
}

const FONTS = '"Hanken Grotesk Variable", "Hanken Grotesk", ui-sans-serif, system-ui, "Segoe UI", Arial, sans-serif';
const SIDE_PX = 20;
const HEAD_PX = 64;
const FOOT_PX = 44;
const TITLE_CHARS = 110;
const CERTAINTIES = [
  { certainty: "exact", label: "time recorded", fromRightPx: 320 },
  { certainty: "approx", label: "about", fromRightPx: 210 },
  { certainty: "untimed", label: "order known, time unknown", fromRightPx: 148 },
] as const;

function lanesSvg(
  { lanes, ticks, axis, x0, widthPx, bandY, lanePx, topPx, bandPx }: ScoreLayout,
  colours: ScoreColours,
): string {
  const bottom = topPx + lanes.length * lanePx;
  const name = { x: 0, fill: colours.text2, "font-size": 12 };
  const anchor = (x: number) => (x - x0 < 16 ? "start" : widthPx - x < 20 ? "end" : "middle");
  return [
    ...ticks.map(({ x, label }) => {
      const line = element("line", { x1: x, x2: x, y1: 18, y2: bottom, stroke: colours.grid });
      return line + textElement({ x, y: 11, "text-anchor": anchor(x), fill: colours.muted }, label);
    }),
    ...lanes.map(({ shape, y }) => {
      const lines = axis.pieces.map((piece) =>
        element("line", { x1: piece.x0, x2: piece.x1, y1: y, y2: y, stroke: colours.grid }),
      );
      return textElement({ ...name, y: y + 4 }, LANE_WORDS[shape]) + lines.join("");
    }),
    textElement({ ...name, y: bandY + bandPx - 4 }, "Impact"),
  ].join("");
}

function foldsSvg({ lanes, axis, lanePx, topPx, foldLabels }: ScoreLayout, colours: ScoreColours): string {
  const height = lanes.length * lanePx - 4;
  const boxes = axis.folds.map(({ x0, x1 }) =>
    element("rect", { x: x0 + 1, y: topPx + 2, width: x1 - x0 - 2, height, rx: 2, fill: colours.sunken }),
  );
  const words = foldLabels.flatMap(({ x, lines }) =>
    lines.map(({ text, y }, at) => {
      const strong = at === 0 ? { fill: colours.text, "font-weight": 560 } : { fill: colours.muted };
      return textElement({ x, y, "text-anchor": "middle", ...strong }, text);
    }),
  );
  return [...boxes, ...words].join("");
}

function legendSvg(layout: ScoreLayout, colours: ScoreColours, y: number): string {
  const words = { y: y + 10, fill: colours.muted };
  const used = EVENT_SHAPES.filter((shape) => layout.lanes.some((lane) => lane.shape === shape));
  const shapes = used.map((shape, at) => {
    const x = at * 96;
    return glyph(shape, "exact", { x, y }, colours) + textElement({ ...words, x: x + 18 }, LANE_WORDS[shape]);
  });
  const certainties = CERTAINTIES.map(({ certainty, label, fromRightPx }) => {
    const x = layout.widthPx - fromRightPx;
    const mark = glyph("step", certainty, { x, y }, colours);
    return mark + textElement({ ...words, x: x + 18 }, label);
  });
  return [...shapes, ...certainties].join("");
}

function descriptionOf({ axis, marks }: ScoreLayout, zone: string): string {
  const minute = (ms: number) => stampWords(new Date(Math.round(ms / MINUTE_MS) * MINUTE_MS).toISOString(), zone);
  const from = minute(axis.pieces[0]?.fromMs ?? 0);
  const to = minute(axis.pieces.at(-1)?.toMs ?? 0);
  const count = marks.reduce((sum, mark) => sum + mark.events.length, 0);
  const folds = axis.folds.map((fold) => formatDuration(fold.seconds)).join(" and ");
  return `${countWords(count, "event")} by kind from ${from} to ${to}${folds ? `, with ${folds} of silence folded` : ""}.`;
}

/** Returns the score as a standalone picture that names its time zone. Its layout is that of the page. */
export function scoreSvg({ incident, events, repeats, metrics, zone, widthPx, theme, fontOf }: ScorePicture): string {
  const colours = SCORE_COLOURS[theme];
  const layout = layOutScore({ ...metrics, events, zone, widthPx: widthPx - 2 * SIDE_PX });
  const heightPx = HEAD_PX + (layout?.heightPx ?? 40) + FOOT_PX;
  const title = `${incident.key} ${flat(incident.title)}`;
  const shown = title.length > TITLE_CHARS ? `${title.slice(0, TITLE_CHARS).toWellFormed().trimEnd()}…` : title;
  const days = layout ? descriptionOf(layout, zone) : "No events with a time yet.";
  const head = [
    textElement({ x: 0, y: 14, fill: colours.text, "font-size": 15, "font-weight": 560 }, shown),
    textElement(
      { x: 0, y: 34, fill: colours.muted, "font-size": 12 },
      `${days} Times are ${zone === "UTC" ? "" : "in "}${zone}.`,
    ),
  ];
  const body = layout
    ? [
        element(
          "g",
          { transform: `translate(0 ${HEAD_PX - 12})` },
          [
            lanesSvg(layout, colours),
            foldsSvg(layout, colours),
            bandSvg(layout, colours),
            marksSvg(layout, bundlePills(layout.marks, layout.axis, repeats), colours),
          ].join(""),
        ),
        legendSvg(layout, colours, HEAD_PX + layout.heightPx),
      ]
    : [];
  const drawn = element("g", { transform: `translate(${SIDE_PX} ${SIDE_PX})` }, [...head, ...body].join(""));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${Math.ceil(heightPx)}" viewBox="0 0 ${widthPx} ${Math.ceil(heightPx)}" role="img" aria-labelledby="title desc" font-family="${escapeXml(FONTS)}" font-size="11">`,
    `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(`${days} Times are ${zone}.`)}</desc>`,
    `<defs><style>${fontOf(drawn)}</style>${hatchSvg(colours)}</defs>`,
    element("rect", { width: widthPx, height: Math.ceil(heightPx), fill: colours.surface }),
    drawn,
    "</svg>\n",
  ].join("");
}
