import { readdirSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { root } from "../../bin/run.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";
import { scaleFixture } from "./scale-fixture.mjs";
import { sourceOf } from "./sources.mjs";

const FIXTURES = join(root, "fixtures/imports");
const NOT_JSON = new Set(["notes", "csv"]);
const SIZE_BYTES = 4_000_000;
const LIMIT = 8;

/**
 * Measures each structured format against the plain parser of its bytes: one figure per format, of its slowest fixture.
 */
export async function measureParsing(importers) {
  const figures = [];
  for (const format of readdirSync(FIXTURES).filter((name) => !NOT_JSON.has(name))) {
    const measured = [];
    for (const path of jsonFixtures(format)) {
      const one = await measureFixture(importers, join(FIXTURES, path), format);
      if (one) measured.push({ path, ...one });
    }
    const slowest = measured.toSorted((a, b) => median(b.ratios) - median(a.ratios))[0];
    if (slowest) figures.push(ratioFigure(`reading ${format}`, slowest, "JSON.parse", measured));
  }
  figures.push(ratioFigure("reading a CSV", await measureCsv(importers), "papaparse", []));
  return figures;
}

const jsonFixtures = (format) =>
  readdirSync(join(FIXTURES, format), { recursive: true })
    .filter((name) => /\.(?:json|jsonl|ndjson)$/.test(name))
    .map((name) => join(format, name));

/** Null for a fixture that is not a complete source: an empty list, or settings that contain no events. */
async function measureFixture({ parseSource }, path, format) {
  const once = scaleFixture(path, 1);
  if (once.copies === 0 || once.text === "[]") return null;
  const small = parseSource({ filename: path, bytes: Buffer.from(once.text) });
  if (small.format !== format) return null;
  const { text, copies } = scaleFixture(path, SIZE_BYTES);
  const input = { filename: path, bytes: Buffer.from(text) };
  const events = countRead(parseSource(input), { path, format, copies });
  return compare(
    () => JSON.parse(new TextDecoder().decode(input.bytes)),
    () => parseSource(input),
    events,
  );
}

/** Number of events, if none is missing. Does not keep the result, because its memory would affect the measurement. */
function countRead(whole, { path, format, copies }) {
  const read = whole.events.length + whole.rejects.length + whole.context.length;
  if (whole.format !== format || read < copies)
    throw new Error(`${path} was read as ${whole.format}, ${read} of ${copies} records`);
  return whole.events.length;
}

function measureCsv({ parseSource }) {
  const input = { filename: "events.csv", bytes: sourceOf("csv", SIZE_BYTES) };
  const events = parseSource(input).events.length;
  return compare(
    () => Papa.parse(new TextDecoder().decode(input.bytes)),
    () => parseSource(input),
    events,
  );
}

async function compare(plain, ours, events) {
  const time = (work) => () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const runs = await interleave({ plain: time(plain), ours: time(ours) });
  return {
    ratios: runs.ours.map((ms, round) => ms / runs.plain[round]),
    plainMs: round(median(runs.plain)),
    oursMs: round(median(runs.ours)),
    events,
  };
}

function ratioFigure(name, { ratios, plainMs, oursMs, events, path }, plain, others) {
  return figure({
    name,
    unit: `times ${plain}`,
    runs: ratios,
    limit: LIMIT,
    bar: `${LIMIT} times ${plain} of the same bytes`,
    beside: { ...(path ? { path, fixtures: others.length } : {}), events, oursMs, plainMs },
  });
}
