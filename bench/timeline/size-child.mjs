// One reading in a process of its own: {ms, events, aboveIdleMb}. Arguments: module, kind, path, `time` or `memory`.
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

/** As the server reads an upload: what is streamed stays on disk. */
const onDisk = {
  size,
  read(start, end) {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, size) - start));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
  },
};

/** Keeps the events of what is read as a whole, and lets go of what is handed on part by part. */
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
  const begun = performance.now();
  const { events } = read();
  return { ms: performance.now() - begun, events };
}

if (what === "time") {
  const runs = Array.from({ length: size < 4_000_000 ? WARM_RUNS + 1 : 1 }, timed);
  console.log(JSON.stringify(runs.at(-1)));
} else {
  // Warm, so the figure doesn't include the program itself.
  for (const part of openSource({ filename, bytes: inMemory(smallSource()) }).parts()) void part;
  globalThis.gc();
  await sleep(100);
  const idleKb = process.memoryUsage.rss() / 1024;
  const { events } = read();
  const peakKb = process.resourceUsage().maxRSS;
  console.log(JSON.stringify({ events, aboveIdleMb: Math.max(0, peakKb - idleKb) / 1024 }));
}
closeSync(descriptor);
