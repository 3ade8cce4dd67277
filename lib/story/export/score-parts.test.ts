import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import type { ScoreColours } from "#lib/base/vocabulary/score-colours.ts";
import type { ScoreLayout } from "../score-layout.ts";
import { MARK_PATHS, RECOVERY_TICK } from "./mark-paths.ts";
import { bandSvg, hatchSvg } from "./score-band-svg.ts";
import { glyph, marksSvg } from "./score-marks-svg.ts";
import { drawn } from "./testing/drawn.ts";

/** Each colour by its name: two of a theme can be the same. */
const colours: ScoreColours = {
  ...{ surface: "surface", sunken: "sunken", text: "text", text2: "text2", muted: "muted", grid: "grid", rule: "rule" },
  ...{ latent: "latent", degraded: "degraded", outage: "outage", restored: "restored" },
  marks: {
    ...{ signal: "signal", change: "change", step: "step" },
    ...{ update: "update", recovery: "recovery", context: "context" },
  },
};
const layout = (more: Partial<ScoreLayout> = {}): ScoreLayout => ({
  widthPx: 1000,
  heightPx: 200,
  lanePx: 26,
  topPx: 26,
  bandPx: 16,
  x0: 92,
  lanes: [],
  axis: { pieces: [], folds: [], x0: 92, x1: 992 },
  foldLabels: [],
  ticks: [],
  marks: [],
  bandY: 100,
  band: [],
  milestoneTicks: [],
  labels: [],
  ...more,
});

describe("the band", () => {
  const part = (kind: string, x0 = 100, x1 = 200) => drawn(bandSvg(layout({ band: [{ kind, x0, x1 }] }), colours));

  it("asks for the start of impact while nothing is known", () => {
    expect(drawn(bandSvg(layout(), colours))).toEqual([
      "text x=92 y=112 fill=muted “set “impact started” to draw this”",
    ]);
  });

  it.each([
    ["latent", ["line y1=108 y2=108 x1=100 x2=200 stroke=latent stroke-width=1.5 stroke-dasharray=1.5 2.5"]],
    ["degraded", ["rect x=100 y=100.5 width=100 height=15 fill=url(#afterword-hatch) stroke=degraded"]],
    ["open", ["rect x=100 y=100.5 width=100 height=15 fill=none stroke=degraded stroke-dasharray=4 3"]],
    ["outage", ["rect x=100 y=100 width=100 height=16 fill=outage"]],
    [
      "restored",
      [
        "line y1=108 y2=108 x1=100 x2=192 stroke=restored stroke-width=2",
        "circle cx=196 cy=108 r=3.4 fill=surface stroke=restored stroke-width=1.8",
      ],
    ],
  ])("draws a part that is %s", (kind, elements) => expect(part(kind)).toEqual(elements));

  it("gives a short part room to be seen", () => {
    expect(part("outage", 100, 100.2)).toEqual(["rect x=100 y=100 width=1.5 height=16 fill=outage"]);
    expect(part("restored", 100, 103)[0]).toContain("x1=100 x2=104 ");
    expect(part("restored", 100, 103)[1]).toContain("cx=108 ");
  });

  it("is cut where a silence folds, and only there", () => {
    const folds = [
      { fromMs: 0, toMs: 1, x0: 150, x1: 170, seconds: 1 },
      { fromMs: 2, toMs: 3, x0: 300, x1: 320, seconds: 1 },
    ];
    const cut = layout({ band: [{ kind: "outage", x0: 100, x1: 200 }], axis: { pieces: [], folds, x0: 92, x1: 992 } });
    expect(drawn(bandSvg(cut, colours)).slice(1)).toEqual([
      "path d=M151 96h18l-8 24h-18z fill=surface",
      "path d=M151 96l-8 24M169 96l-8 24 stroke=rule stroke-width=1.2 fill=none",
    ]);
  });

  it("has the milestones under it", () => {
    const marked = layout({
      band: [{ kind: "outage", x0: 100, x1: 200 }],
      milestoneTicks: [120],
      labels: [
        { key: "a", x: 120, text: "Detected", row: 0, anchor: "start" },
        { key: "b", x: 130, text: "Mitigated", row: 1, anchor: "middle" },
      ],
    });
    expect(drawn(bandSvg(marked, colours)).slice(1)).toEqual([
      "path d=M120 118v6 stroke=text",
      "text x=120 y=136 text-anchor=start fill=text font-weight=500 “Detected”",
      "text x=130 y=150 text-anchor=middle fill=text font-weight=500 “Mitigated”",
    ]);
  });

  it("is hatched in the colour of what is degraded", () => {
    expect(drawn(hatchSvg(colours))).toEqual([
      "pattern id=afterword-hatch width=4.2 height=4.2 patternUnits=userSpaceOnUse patternTransform=rotate(45)",
      "line x1=0 y1=0 x2=0 y2=4.2 stroke=degraded stroke-width=2",
    ]);
  });
});

describe("a glyph", () => {
  const at = { x: 10.123, y: 20.456 };
  const line = "stroke-width=1.5 stroke-linejoin=round";

  it.each([
    ["exact", `fill=signal stroke=signal ${line}`],
    ["approx", `fill=surface stroke=signal ${line}`],
    ["untimed", `fill=surface stroke=signal ${line} stroke-dasharray=2 1.5`],
  ] as const)("is drawn by how well its time is known: %s", (certainty, style) => {
    expect(drawn(glyph("signal", certainty, at, colours))).toEqual([
      "g transform=translate(10.12 20.46)",
      `path d=${MARK_PATHS.signal} ${style}`,
    ]);
  });

  it.each([
    ["exact", "surface"],
    ["approx", "recovery"],
  ] as const)("has a tick for a recovery: %s", (certainty, stroke) => {
    expect(drawn(glyph("recovery", certainty, at, colours)).slice(2)).toEqual([
      `path d=${RECOVERY_TICK} fill=none stroke=${stroke} stroke-width=1.5 stroke-linecap=round stroke-linejoin=round`,
    ]);
  });
});

describe("the marks", () => {
  const mark = (ids: string[], more: Partial<ScoreLayout["marks"][number]> = {}): ScoreLayout["marks"][number] => ({
    ...{ shape: "signal", x: 100, y: 39, certainty: "exact", whisker: null },
    events: ids.map((id, at) => sampleEvent(id, "2017-01-31T18:00:00.000Z", { number: at + 1 })),
    ...more,
  });
  const NONE = { pills: [], counted: new Set<string>() };
  const marks = (list: ScoreLayout["marks"], pills: Parameters<typeof marksSvg>[1] = NONE) =>
    drawn(marksSvg(layout({ marks: list }), pills, colours));

  it("name their event, and show how far its time can be off", () => {
    expect(marks([mark(["Load <rises>"], { whisker: { x0: 80, x1: 130 } })])).toEqual([
      "g",
      "title “E1 Load &lt;rises&gt;”",
      "line x1=80 x2=130 y1=39 y2=39 stroke=signal stroke-width=1.5 stroke-dasharray=3 2",
      "g transform=translate(94 33)",
      `path d=${MARK_PATHS.signal} fill=signal stroke=signal stroke-width=1.5 stroke-linejoin=round`,
    ]);
  });

  it("count a pile, unless a pill counts it", () => {
    const pile = "text x=105 y=34 fill=text2 font-weight=500 “2”";
    expect(marks([mark(["a", "b"])])).toContain(pile);
    expect(marks([mark(["a"])]).filter((one) => one.startsWith("text"))).toEqual([]);
    expect(marks([mark(["a", "b"])], { pills: [], counted: new Set(["b"]) })).not.toContain(pile);
  });

  it("name twenty events of a pile, and count the others", () => {
    const named = (count: number) =>
      marks([mark(Array.from({ length: count }, (_, n) => `e${n}`))])
        .find((one) => one.startsWith("title"))
        ?.split("\n");
    expect(named(20)).toHaveLength(20);
    expect(named(22)?.slice(-2)).toEqual(["E20 e19", "and 2 more”"]);
  });

  it("are on the pill of a bundle, under its count", () => {
    const pill = { id: "a", shape: "signal" as const, x: 91, y: 39, width: 60, count: 14 };
    const all = marks([mark(["a"])], { pills: [pill], counted: new Set(["a"]) });
    expect(all[0]).toBe("rect x=91 y=30 width=60 height=18 rx=9 fill=surface stroke=signal stroke-width=1.2");
    expect(all.at(-1)).toBe("text x=145 y=43 text-anchor=end fill=text font-weight=640 “14”");
  });
});
