import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import { SCORE_COLOURS, SCORE_THEMES } from "#lib/base/vocabulary/score-colours.ts";
import { scoreSvg } from "./score-svg.ts";
import { drawn } from "./testing/drawn.ts";

const TOKENS = readFileSync(join(import.meta.dirname, "../../../app/styles/tokens.css"), "utf8");
const picture = (title: string, at: string | null = "2017-01-31T18:00:00.000Z") =>
  scoreSvg({
    incident: { key: "INC-12", title },
    events: [sampleEvent("a", at, { title, shape: "recovery" })],
    repeats: new Map(),
    metrics: { band: [], milestones: [] },
    zone: "Europe/Berlin",
    widthPx: 1400,
    theme: "light",
    fontOf: () => "",
  });
/** Removes every tag, so any markup left over is found. */
const TAG = /<\/?[a-zA-Z]+(?: [a-z][\w:-]*="[^"<]*")*\/?>|<\?xml[^?]*\?>/gi;

describe("the score as SVG", () => {
  it("is well formed and free of scripts, whatever the text is", { timeout: 60_000 }, () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "<script>alert(1)</script>",
        `"><img onerror='x'>`,
        "]]>",
        "&amp;&lt;",
        "\u0000\u0008\uFFFF\uD800",
      ),
    );
    fc.assert(
      fc.property(words, (title) => {
        const svg = picture(title);
        expect(svg.replace(TAG, "")).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
        expect(svg).not.toMatch(/<script|<img/i);
        expect(svg.isWellFormed()).toBe(true);
        const tags = svg.match(TAG) ?? [];
        const opening = tags.filter((tag) => !/^<[/?]|\/>$/.test(tag));
        expect(tags.filter((tag) => tag.startsWith("</"))).toHaveLength(opening.length);
      }),
    );
  });

  it("names its time zone, and says when nothing has a time yet", () => {
    expect(picture("Mail")).toContain("2017-01-31 19:");
    expect(picture("Mail")).toContain("Times are in Europe/Berlin.");
    expect(picture("Mail", null)).toContain("No events with a time yet.");
  });

  it("uses the colours of the page", () => {
    const token = (name: string) => new RegExp(`--${name}:\\s*light-dark\\((#\\w+), (#\\w+)\\)`).exec(TOKENS)?.slice(1);
    for (const [at, theme] of SCORE_THEMES.entries()) {
      const { marks, ...lines } = SCORE_COLOURS[theme];
      const { surface, sunken, text, text2, muted, grid, rule, latent, degraded, outage, restored } = lines;
      const { signal, change, step, update, recovery, context } = marks;
      const used = {
        ...{ surface, sunken, text, "text-2": text2, muted, "chart-grid": grid, "rule-strong": rule },
        ...{ "ph-latent": latent, "ph-degraded": degraded, "ph-outage": outage, "ph-restored": restored },
        ...{ "ev-signal": signal, "ev-change": change, "ev-action": step, "ev-comms": update },
        ...{ "ev-recovery": recovery, "ev-note": context },
      };
      for (const [name, colour] of Object.entries(used)) expect([name, token(name)?.[at]]).toEqual([name, colour]);
    }
  });
});

describe("the picture of a score", () => {
  const at = (clock: string, day = "31") => `2017-01-${day}T${clock}:00.000Z`;
  const alert = { shape: "signal", kind: "alert_fired" } as const;
  const paint = () =>
    scoreSvg({
      incident: { key: "INC-12", title: "Mail is late" },
      events: [
        sampleEvent("alert", at("18:00"), { number: 1, ...alert }),
        sampleEvent("again", at("18:10"), { number: 2, ...alert }),
        sampleEvent("step", at("18:30"), { number: 3, shape: "step" }),
        sampleEvent("end", at("12:00", "30"), { number: 4, shape: "recovery" }),
      ],
      repeats: new Map([["alert", { count: 3, endAt: at("18:05") }]]),
      metrics: { band: [{ kind: "outage", from: at("18:00"), to: at("18:30"), known: true }], milestones: [] },
      zone: "UTC",
      widthPx: 1000,
      theme: "light",
      fontOf: (words) => `/* ${words.includes("Mail is late") ? "font" : "no words"} */`,
    });
  const paintedElements = () => drawn(paint());
  const { surface, sunken, text, text2, muted, grid } = SCORE_COLOURS.light;
  const starting = (...starts: string[]) =>
    paintedElements().filter((one) => starts.some((start) => one.startsWith(start)));

  it("has a size, a title and a description for whom it is read to", () => {
    const svg = paint();
    const elements = drawn(svg);
    const days = "4 events by kind from 2017-01-30 11:59 UTC to 2017-01-31 18:31 UTC, with 30 h of silence folded.";
    expect(svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ')).toBe(
      true,
    );
    expect(svg.endsWith("</svg>\n")).toBe(true);
    expect(elements[0]).toMatch(/ width=1000 height=298 viewBox=0 0 1000 298 role=img aria-labelledby=title desc /);
    expect(elements).toContain("title id=title “INC-12 Mail is late”");
    expect(elements).toContain(`desc id=desc “${days} Times are UTC.”`);
    expect(elements).toContain("style “/* font */”");
    expect(elements).toContain(`rect width=1000 height=298 fill=${surface}`);
    expect(starting("text x=0 y=14", "text x=0 y=34")).toEqual([
      `text x=0 y=14 fill=${text} font-size=15 font-weight=560 “INC-12 Mail is late”`,
      `text x=0 y=34 fill=${muted} font-size=12 “${days} Times are UTC.”`,
    ]);
    expect(starting("g transform=translate(20 20)", "g transform=translate(0 52)")).toHaveLength(2);
  });

  it("has a line at each tick with its time over it", () => {
    const elements = paintedElements();
    const ticks = [139.71, 286.87, 394.15, 501.43, 608.71, 715.99, 823.26, 930.54];
    const labels = ["12:00", "18:00", "18:05", "18:10", "18:15", "18:20", "18:25", "18:30"];
    expect(elements.filter((one) => one.includes("y1=18 "))).toEqual(
      ticks.map((x) => `line x1=${x} x2=${x} y1=18 y2=156 stroke=${grid}`),
    );
    expect(elements.filter((one) => one.includes(" y=11 "))).toEqual(
      ticks.map((x, index) => `text x=${x} y=11 text-anchor=middle fill=${muted} “${labels[index]}”`),
    );
  });

  it("names its lanes, and draws each in pieces", () => {
    const lanes = ["Signals", "Changes", "People", "Updates", "Recovery"];
    const name = `text x=0 fill=${text2} font-size=12`;
    expect(starting(name)).toEqual([
      ...lanes.map((lane, index) => `${name} y=${43 + 26 * index} “${lane}”`),
      `${name} y=178 “Impact”`,
    ]);
    expect(paintedElements().filter((one) => one.includes("y1=39 "))).toEqual([
      `line x1=92 x2=187.41 y1=39 y2=39 stroke=${grid}`,
      `line x1=265.41 x2=952 y1=39 y2=39 stroke=${grid}`,
    ]);
  });

  it("says in a box how long a silence was", () => {
    expect(starting("rect x=188.41", "text x=226.41")).toEqual([
      `rect x=188.41 y=28 width=76 height=126 rx=2 fill=${sunken}`,
      `text x=226.41 y=87.5 text-anchor=middle fill=${text} font-weight=560 “30 h”`,
      `text x=226.41 y=102.5 text-anchor=middle fill=${muted} “folded”`,
    ]);
  });

  it("explains the shapes that it uses, and how well a time is known", () => {
    const elements = paintedElements();
    const legend = elements.slice(elements.findIndex((one) => one.startsWith("g transform=translate(0 254)")));
    expect(legend.filter((one) => one.startsWith("text"))).toEqual(
      [
        ...[
          [18, "Signals"],
          [114, "Changes"],
          [210, "People"],
          [306, "Updates"],
          [402, "Recovery"],
        ],
        ...[
          [658, "time recorded"],
          [768, "about"],
          [830, "order known, time unknown"],
        ],
      ].map(([x, words]) => `text y=264 fill=${muted} x=${x} “${words}”`),
    );
    expect(legend.filter((one) => one.startsWith("g transform")).map((one) => one.slice(12))).toEqual(
      [0, 96, 192, 288, 384, 640, 750, 812].map((x) => `translate(${x} 254)`),
    );
  });

  it("cuts a long title where it is shown, and keeps it whole for people who can't see it", () => {
    const shown = (words: string) => drawn(picture(words)).find((one) => one.startsWith("text x=0 y=14"));
    const whole = "x".repeat(103);
    expect(shown(whole)).toContain(`“INC-12 ${whole}”`);
    expect(shown(`${whole}y`)).toContain(`“INC-12 ${whole}…”`);
    expect(shown(`${"x".repeat(102)} yz`)).toContain(`“INC-12 ${"x".repeat(102)}…”`);
    expect(drawn(picture(`${whole}y`))).toContain(`title id=title “INC-12 ${whole}y”`);
  });

  it("has room for its words alone while nothing has a time", () => {
    const empty = drawn(picture("Mail", null));
    expect(empty[0]).toContain(" width=1400 height=148 ");
    expect(empty.filter((one) => one.startsWith("text"))).toHaveLength(2);
  });

  it("leans the first and the last tick inwards", () => {
    const anchors = (from: string, to: string) =>
      drawn(
        scoreSvg({
          incident: { key: "INC-12", title: "Mail" },
          events: [sampleEvent("a", from), sampleEvent("b", to)],
          repeats: new Map(),
          metrics: { band: [], milestones: [] },
          zone: "UTC",
          widthPx: 1000,
          theme: "light",
          fontOf: () => "",
        }),
      ).flatMap((one) => /^text x=[\d.]+ y=11 text-anchor=(\w+)/.exec(one)?.[1] ?? []);
    const inside = anchors(at("17:01"), at("18:59"));
    expect([inside[0], inside.at(-1)]).toEqual(["start", "end"]);
    expect(new Set(inside.slice(1, -1))).toEqual(new Set(["middle"]));
  });
});
