import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MetricsStrip } from "./metrics-strip.tsx";

const drawn = (value: string) =>
  /<dd[^>]*>(.*?)<\/dd>/
    .exec(renderToStaticMarkup(createElement(MetricsStrip, { items: [{ label: "x", value }] })))?.[1]
    ?.replaceAll(/class="[^"]*unit[^"]*"/g, 'class="unit"');

it.each([
  ["18 h 30 m", '18<span class="unit"> h </span>30<span class="unit"> m</span>'],
  ["~5 m", '<span class="unit">~</span>5<span class="unit"> m</span>'],
  ["428%", '428<span class="unit">%</span>'],
  ["6 of 11", '6<span class="unit"> of </span>11'],
  ["SC-2", "SC-2"],
  ["INC-142", "INC-142"],
  ["none", "none"],
])("sets units in small type, and never a part of a key: %s", (value, html) => expect(drawn(value)).toBe(html));
