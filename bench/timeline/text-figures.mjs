import * as chrono from "chrono-node";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";
import { FILENAMES, sourceOf } from "./sources.mjs";

const SIZE_BYTES = 1_000_000;

/** Measures reading free text against chrono-node, which only looks for dates, run over every line. */
export async function measureTexts({ parseSource }) {
  const figures = [];
  for (const kind of ["notes", "syslog", "chat"]) {
    const input = { filename: FILENAMES[kind], bytes: sourceOf(kind, SIZE_BYTES) };
    const lines = input.bytes.toString().split("\n");
    const { events } = parseSource(input);
    if (events.length < 0.98 * (lines.length - 2))
      throw new Error(`${kind}: ${events.length} events of ${lines.length} lines`);
    const runs = await interleave({
      chrono: () => timed(() => lines.map((line) => chrono.parse(line))),
      ours: () => timed(() => parseSource(input)),
    });
    figures.push(
      figure({
        name: `reading ${kind}`,
        unit: "times chrono-node",
        runs: runs.ours.map((ms, index) => ms / runs.chrono[index]),
        limit: 1,
        bar: "no slower than chrono-node over every line",
        beside: { lines: lines.length, oursMs: round(median(runs.ours)), chronoMs: round(median(runs.chrono)) },
      }),
    );
  }
  return figures;
}

function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}
