import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ourPlace } from "../collab/our-place.mjs";
import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { figure } from "../lib/figures.mjs";
import { median, p95, round } from "../lib/statistics.mjs";
import { store } from "./loads.mjs";
import { Typists } from "./typists.mjs";

const IDLE_MS = 4000;
const TIMES = 2;
const SPARE_MS = 20;
const LONGEST_MS = 200;

/**
 * Measures each load alone on a server with its own settings, alternating with the idle server. Returns three figures
 * for each load.
 */
export async function measureCalm(loads, env, rounds) {
  const afterword = await Afterword.open(env);
  const folder = mkdtempSync(join(tmpdir(), "afterword-calm-"));
  try {
    const { api } = await setUp(afterword);
    const { key } = await api.post("/incidents", { title: "Search was slow", severity: 3 });
    const typists = await Typists.begin(await ourPlace(afterword, api, key, "quick"));
    const figures = [];
    for (const load of loads) {
      const path = store(folder, load);
      const runs = { idle: [], loaded: [] };
      for (let turn = 0; turn < rounds; turn++) {
        runs.idle.push(await observe(afterword, typists, () => sleep(IDLE_MS)));
        runs.loaded.push(await observe(afterword, typists, () => send(afterword, api, key, load, path)));
      }
      figures.push(...figuresOf(load, runs));
    }
    typists.end();
    return figures;
  } finally {
    await afterword.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures the delays of the server's event loop and of two people during a period, in milliseconds. */
async function observe(afterword, typists, work) {
  await loopOf(afterword);
  const { result, delays } = await typists.during(work);
  return { ...(await loopOf(afterword)), keystrokeMs: p95(delays), result };
}

/** Delays of the event loop since the last call. */
async function loopOf({ url }) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name) =>
    Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds(?:\\{[^}]*\\})? (\\S+)`, "m").exec(text)?.[1]) * 1000;
  return { loopMs: read("p99"), longestMs: read("max") };
}

async function send({ url }, api, key, { name, filename, path: place, status }, path) {
  const isPreview = place === "preview";
  const target = `${url}/api/v1${isPreview ? `/incidents/${key}/imports/preview` : "/set-up/check"}`;
  const script = fileURLToPath(new URL("send.mjs", import.meta.url));
  const sender = isPreview ? ["form", api.headers.authorization] : ["json", ""];
  const started = performance.now();
  const answered = await outputOf(process.execPath, [script, target, path, filename, ...sender]);
  if (answered !== String(status) && !(answered === "closed" && status === 413))
    throw new Error(`${name}: answered ${answered} and not ${status}`);
  const ms = performance.now() - started;
  // A refusal is immediate, so keep measuring for a while to see its effects.
  await sleep(Math.max(0, IDLE_MS - ms));
  return ms;
}

function outputOf(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.once("error", reject);
    child.once("close", () => resolve(output.trim()));
  });
}

function figuresOf({ name }, { idle, loaded }) {
  const of = (runs, what) => runs.map((run) => run[what]);
  const seconds = round(median(of(loaded, "result")) / 1000);
  const beside = (what, unit) => {
    const idleMs = median(of(idle, what));
    const limit = Math.max(TIMES * idleMs, idleMs + SPARE_MS);
    const bar = `the larger of ${TIMES} times idle and idle + ${SPARE_MS} ms`;
    const ratio = round(median(of(loaded, what)) / idleMs);
    const extra = { idleMs: round(idleMs), timesIdle: ratio, answeredAfterSeconds: seconds };
    return figure({ name: `${name}: ${unit}`, unit: "ms", runs: of(loaded, what), limit, bar, beside: extra });
  };
  return [
    beside("loopMs", "event loop, p99"),
    beside("keystrokeMs", "keystroke to the other reader, p95"),
    figure({
      name: `${name}: longest delay`,
      unit: "ms",
      runs: of(loaded, "longestMs"),
      limit: LONGEST_MS,
      bar: `${LONGEST_MS} ms`,
      beside: { idleMs: round(median(of(idle, "longestMs"))) },
    }),
  ];
}
