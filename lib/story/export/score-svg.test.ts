import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import { SCORE_COLOURS, SCORE_THEMES } from "#lib/base/vocabulary/score-colours.ts";
import { scoreSvg } from "./score-svg.ts";

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
/** Every tag, so that what is left holds no mark-up. */
const TAG = /<\/?[a-zA-Z]+(?: [a-z][\w:-]*="[^"<]*")*\/?>|<\?xml[^?]*\?>/gi;

describe("the score as SVG", () => {
  it("is well formed and free of scripts whatever the words are", { timeout: 60_000 }, () => {
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

  it("says its zone, and that nothing has a time yet", () => {
    expect(picture("Mail")).toContain("2017-01-31 19:");
    expect(picture("Mail")).toContain("Times are in Europe/Berlin.");
    expect(picture("Mail", null)).toContain("No events with a time yet.");
  });

  it("is drawn in the colours of the page", () => {
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
