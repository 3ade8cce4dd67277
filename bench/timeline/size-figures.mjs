import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figure, interleave } from "../lib/figures.mjs";
import { NODE_FLAGS } from "../lib/node-flags.mjs";
import { median, round } from "../lib/statistics.mjs";
import { writeSlackExport } from "./slack-export.mjs";
import { sourceOf } from "./sources.mjs";

const CHILD = fileURLToPath(new URL("size-child.mjs", import.meta.url));
const MB = 1_000_000;
const SMALL = 1;
const LARGE = 64;
const RATIO_LIMIT = 80;
const MEMORY_TIMES = 8;
const STREAMED_LIMIT_MB = 200;
const ROUNDS = 3;

/**
 * Measures whether reading time is linear from 1 MB to 64 MB, and how much memory it uses. Each reading runs in its own
 * process.
 */
export async function measureSizes(module) {
  const folder = mkdtempSync(join(tmpdir(), "afterword-bench-"));
  try {
    const figures = [];
    figures.push(...(await measureWhole(module, folder, "json")));
    for (const kind of ["notes", "syslog", "csv", "slack"])
      figures.push(...(await measureStreamed(module, folder, kind)));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureWhole(module, folder, kind) {
  const files = write(folder, kind, [SMALL, LARGE]);
  const linear = await measureTime(module, kind, files);
  const runs = await interleave({ large: () => run(module, kind, files[LARGE].path, "memory").aboveIdleMb }, ROUNDS);
  const memory = figure({
    name: `memory to read ${LARGE} MB of ${kind}, above idle`,
    unit: "times the file",
    runs: runs.large.map((mb) => mb / LARGE),
    limit: MEMORY_TIMES,
    bar: `${MEMORY_TIMES} times the file`,
    beside: { aboveIdleMb: round(median(runs.large)) },
  });
  return [linear, memory];
}

async function measureStreamed(module, folder, kind) {
  const most = kind === "slack" ? 200 : LARGE;
  const files = write(folder, kind, [SMALL, LARGE, most]);
  const linear = await measureTime(module, kind, files);
  const runs = await interleave({ most: () => run(module, kind, files[most].path, "memory") }, ROUNDS);
  const memory = figure({
    name: `memory to read ${most} MB of ${kind} in parts, above idle`,
    unit: "MB",
    runs: runs.most.map(({ aboveIdleMb }) => aboveIdleMb),
    limit: STREAMED_LIMIT_MB,
    bar: "fixed, at any size",
    beside: { events: runs.most[0].events, packedMb: round(files[most].bytes / MB) },
  });
  return [linear, memory];
}

async function measureTime(module, kind, files) {
  const time = (size) => () => run(module, kind, files[size].path, "time").ms;
  const runs = await interleave({ small: time(SMALL), large: time(LARGE) }, ROUNDS);
  return figure({
    name: `reading ${LARGE} MB of ${kind} next to ${SMALL} MB`,
    unit: "times the time",
    runs: runs.large.map((ms, index) => ms / runs.small[index]),
    limit: RATIO_LIMIT,
    bar: `${RATIO_LIMIT} times for ${LARGE / SMALL} times the bytes`,
    beside: { smallMs: round(median(runs.small)), largeMs: round(median(runs.large)) },
  });
}

function write(folder, kind, sizes) {
  const files = {};
  for (const size of sizes) {
    const path = join(folder, `${kind}-${size}`);
    if (kind === "slack") writeSlackExport(path, size * MB);
    else writeFileSync(path, sourceOf(kind, size * MB));
    files[size] = { path, bytes: statSync(path).size };
  }
  return files;
}

const run = (module, kind, path, what) =>
  JSON.parse(
    execFileSync(process.execPath, [...NODE_FLAGS, "--expose-gc", CHILD, module, kind, path, what], {
      encoding: "utf8",
    }),
  );
