// Reads one source in its own process: {ms, events, aboveIdleMb}. Arguments: module, kind, path, `time` or `memory`.
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { writeSlackExport } from "./slack-export.mjs";
import { FILENAMES, sourceOf } from "./sources.mjs";

const [module, kind, path, what] = process.argv.slice(2);
const { inMemory, openSource } = await import(module);
const filename = FILENAMES[kind] ?? "export.zip";
const isStreamed = kind !== "json";
const WARM_RUNS = 3;
const WARM_BYTES = 20_000;

const size = statSync(path).size;
const descriptor = openSync(path, "r");

/** Reads as the server reads an upload: a source that can be streamed stays on disk. */
const onDisk = {
  size,
  read(start, end) {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, size) - start));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
  },
};

/** Keeps the events of a source that is read as a whole, and discards those that are passed on in parts. */
function read() {
  const source = openSource({ filename, bytes: isStreamed ? onDisk : inMemory(readFileSync(path)) });
  const kept = [];
  let events = 0;
  for (const part of source.parts()) {
    events += part.events.length;
    if (!isStreamed) kept.push(part);
  }
  return { events, kept };
}

function smallSource() {
  if (kind !== "slack") return sourceOf(kind, WARM_BYTES);
  const small = `${path}-small`;
  writeSlackExport(small, WARM_BYTES);
  return readFileSync(small);
}

function timed() {
  const started = performance.now();
  const { events } = read();
  return { ms: performance.now() - started, events };
}

if (what === "time") {
  const runs = Array.from({ length: size < 4_000_000 ? WARM_RUNS + 1 : 1 }, timed);
  console.log(JSON.stringify(runs.at(-1)));
} else {
  // Warm up, so the figure doesn't include loading the program.
  for (const part of openSource({ filename, bytes: inMemory(smallSource()) }).parts()) void part;
  globalThis.gc();
  await sleep(100);
  const idleKb = process.memoryUsage.rss() / 1024;
  const { events } = read();
  const peakKb = process.resourceUsage().maxRSS;
  console.log(JSON.stringify({ events, aboveIdleMb: Math.max(0, peakKb - idleKb) / 1024 }));
}
closeSync(descriptor);
