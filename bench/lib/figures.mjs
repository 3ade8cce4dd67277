import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { median, round } from "./statistics.mjs";

export const RUNS = 5;

const say = (line) => console.log(line);

/** Calls each of `contestants` ({name: work}) once per round, in turn, and returns {name: [result of each round]}. */
export async function interleave(contestants, rounds = RUNS) {
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(contestants)) results[name].push(await work(round));
  return results;
}

/**
 * One figure: the median of `runs` must be at most `limit`. `bar` says in words where the limit comes from. The last
 * field contains the peer or floor measured in the same run, and anything else that explains the figure.
 */
export function figure({ name, unit, runs, limit, bar, beside = {} }) {
  const value = median(runs);
  const holds = value <= limit;
  const shown = {
    name,
    unit,
    value: round(value),
    limit: round(limit),
    bar,
    holds,
    runs: runs.map((run) => round(run)),
  };
  say(`${holds ? "holds" : "DOES NOT HOLD"}  ${name}: ${shown.value} ${unit}; bar ${shown.limit} (${bar})`);
  return { ...shown, beside };
}

/** Prints the last line, one JSON object, and sets the exit code. */
export function report(figures) {
  const holds = figures.length > 0 && figures.every((one) => one.holds);
  console.log(JSON.stringify({ holds, machine: machine(), figures }));
  process.exitCode = holds ? 0 : 1;
}

/** Prints the machine that the figures are measured on, and warns if something else is running there. */
export function sayMachine() {
  const { cores, load } = machine();
  say(`${cores} cores, load ${load}, Node ${process.versions.node}`);
  if (load > cores / 2) say("This machine is busy: the figures will be worse than on an idle one.");
}

function machine() {
  const model = /^model name\s*:\s*(.+)$/m.exec(cpuinfo())?.[1] ?? process.arch;
  return { cores: availableParallelism(), model, load: round(loadavg()[0]), node: process.versions.node };
}

function cpuinfo() {
  try {
    return readFileSync("/proc/cpuinfo", "utf8");
  } catch {
    return "";
  }
}
