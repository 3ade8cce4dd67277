// npm run mutate [-- path …] [--near] [--all] [--list] [--sample N] [--seed WORD]: switches on one small fault at a time in
// lib/ and in functions of the server that authorize, and looks whether a test notices. Results stay in .tmp/mutate: --all
// forgets them, --list prints survivors. --near runs only tests in the same folders, --sample tries N mutants by --seed.
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { sources } from "./check-house.mjs";
import { commandOf } from "./checks.mjs";
import { runByFile } from "./mutate/by-file.mjs";
import { hashOf, memoryOf, readMemory, remembered, writeMemory } from "./mutate/memory.mjs";
import { mutate, withMemories } from "./mutate/mutants.mjs";
import { takeSample } from "./mutate/sample.mjs";
import { filesToMutate } from "./mutate/scope.mjs";
import { root } from "./run.mjs";

process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    near: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string" },
  },
});

const FOLDER = join(root, ".tmp/mutate");
const [PLAN, RESULTS, PROGRESS, MEMORY] = ["plan.json", "results.jsonl", "progress", "memory.json"].map((name) =>
  join(FOLDER, name),
);
/** A mutant that shows no progress for this long blocks the run, which restarts without it. */
const STUCK_MS = 60_000;
mkdirSync(FOLDER, { recursive: true });

const read = (path) => readFileSync(join(root, path), "utf8");
const layerOf = (path) => path.split("/")[0];

/** The tests of a layer with the hashes of their content. */
function hashesIn(layer) {
  const tests = sources().filter((path) => layerOf(path) === layer && /\.test\.tsx?$/.test(path));
  const byTest = Object.fromEntries(tests.map((path) => [path, hashOf(read(path))]));
  return { byTest, all: hashOf(JSON.stringify(byTest)) };
}
const hashes = { lib: hashesIn("lib"), server: hashesIn("server") };
const memory = values.all ? { files: {} } : readMemory(MEMORY);

/** The files with their mutants, including remembered results. */
function prepare(paths) {
  const files = [];
  let next = 0;
  for (const path of filesToMutate(paths)) {
    const source = read(path);
    const { mutants, code } = mutate(path, source, next);
    const file = { path, hash: hashOf(source), count: mutants.length, mutants, code };
    for (const [at, known] of remembered(memory, file, hashes[layerOf(path)]).entries())
      Object.assign(mutants[at], known);
    next += mutants.length;
    files.push(file);
  }
  return files;
}

/** Sets the result of each mutant. Returns those that tests reached, and those that loading the sources reached. */
function takeResults(mutants) {
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  const reached = { byTests: new Set(), byLoading: new Set() };
  for (const line of readFileSync(RESULTS, "utf8").split("\n").filter(Boolean)) {
    const { id, status, test, met, loaded } = JSON.parse(line);
    if (id !== undefined) Object.assign(byId.get(id), { status, test });
    for (const one of met ?? []) reached.byTests.add(one);
    for (const one of loaded ?? []) reached.byLoading.add(one);
  }
  return reached;
}

const statusOf = ({ id, atLoad }, { byTests, byLoading }) => {
  if (atLoad) return "at load";
  if (byTests.has(id)) return "survived";
  return byLoading.has(id) ? "at load" : "no coverage";
};

/** Runs the tests until no mutant blocks them. */
async function runAll(files) {
  const mutants = files.flatMap((file) => file.mutants);
  const near = [...new Set(files.map(({ path }) => `${dirname(path)}/`))];
  // What other sources remember would hide a fault of these.
  const others = filesToMutate([]).map((path) => [path, withMemories(path, read(path))]);
  const codes = Object.fromEntries([...others, ...files.map(({ path, code }) => [path, code])]);
  rmSync(RESULTS, { force: true });
  writeFileSync(RESULTS, "");
  for (;;) {
    const settled = mutants.filter(({ status, aside }) => status || aside).map(({ id }) => id);
    if (settled.length === mutants.length) return;
    writeFileSync(PROGRESS, "");
    writeFileSync(
      PLAN,
      JSON.stringify({
        codes,
        near,
        mutants: mutants.map(({ id }) => id),
        folders: files.flatMap(({ path, mutants: { length } }) => Array.from({ length }, () => `${dirname(path)}/`)),
        settled,
        results: RESULTS,
        progress: PROGRESS,
      }),
    );
    const keep = () => {
      takeResults(mutants);
      remember(files);
    };
    const { code, output, stuck } = await runOnce(
      files.map(({ path }) => path),
      keep,
    );
    const reached = takeResults(mutants);
    if (stuck !== null) {
      const mutant = mutants.find(({ id }) => id === stuck);
      if (mutant) mutant.status = "timeout";
      continue;
    }
    if (code !== 0) throw new Error(`The tests fail without a mutant:\n${output.slice(-6000)}`);
    for (const mutant of mutants) if (!mutant.aside) mutant.status ??= statusOf(mutant, reached);
    return;
  }
}

/** Keeps the results so far. A run that was stopped keeps them too, and the next one continues from there. */
function remember(files) {
  for (const file of files) memory.files[file.path] = memoryOf(file, hashes[layerOf(file.path)]);
  if (!values.near) writeMemory(MEMORY, memory);
}

/**
 * Runs the tests once, in a separate process group: a process in an endless loop only reacts to being killed.
 * `keep` is called if a person stops the run.
 */
function runOnce(paths, keep) {
  const config = ["--run", "--config", "bin/mutate/vitest.config.mjs", "--reporter=dot"];
  const asked = values.near ? [...new Set(paths.map((path) => `${dirname(path)}/`))] : ["related", ...paths];
  const args = [commandOf("vitest"), ...asked, ...config];
  const env = { ...process.env, MUTATE_PLAN: PLAN, NO_COLOR: "1" };
  const child = spawn(process.execPath, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env });
  const end = () => {
    process.kill(-child.pid, "SIGKILL");
  };
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  let stuck = null;
  const timer = setInterval(() => {
    const [id, at] = readFileSync(PROGRESS, "utf8").split(/\s+/);
    if (!at || stuck !== null || Date.now() - Number(at) < STUCK_MS) return;
    stuck = Number(id);
    end();
  }, 5000);
  const stop = () => {
    end();
    keep();
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearInterval(timer);
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve({ code, output, stuck });
    });
  });
}

/** The tests of the area and of HTTP cover most of what a server function does. */
async function runOnServer(files) {
  const folders = files.map(({ path }) => (values.near ? dirname(path) : path.split("/").slice(0, 2).join("/")));
  const filters = [...new Set([...folders, ...(values.near ? [] : ["server/http"])])].map((folder) => `${folder}/`);
  const codes = Object.fromEntries(files.map(({ path, code }) => [path, code]));
  writeFileSync(PLAN, JSON.stringify({ codes }));
  process.env.MUTATE_PLAN = PLAN;
  await runByFile(files, filters, { root, reachedFile: join(FOLDER, "reached.jsonl"), say: console.log });
}

const COLUMNS = ["killed", "timeout", "survived", "no coverage", "at load"];

/** One line for each folder: how many mutants had which result, and the share that a test noticed. */
function report(files) {
  const folders = new Map();
  for (const { path, mutants } of files) {
    for (const name of [dirname(path), "all"]) {
      const counts = folders.get(name) ?? Object.fromEntries(COLUMNS.map((column) => [column, 0]));
      for (const { status, aside } of mutants) if (!aside) counts[status] += 1;
      folders.set(name, counts);
    }
  }
  const rows = [...folders].sort(([a], [b]) => Number(a === "all") - Number(b === "all") || a.localeCompare(b));
  const wide = Math.max(...rows.map(([name]) => name.length));
  console.log(`${"".padEnd(wide)} ${COLUMNS.map((column) => column.padStart(12)).join("")}       score`);
  for (const [name, counts] of rows) {
    const share = noticedShare(counts);
    const score = share === null ? "-" : `${(100 * share).toFixed(1)}%`;
    console.log(
      `${name.padEnd(wide)} ${COLUMNS.map((column) => String(counts[column]).padStart(12)).join("")}${score.padStart(12)}`,
    );
  }
}

/** The share of mutants that a test noticed, or null if there were none. */
function noticedShare(counts) {
  const noticed = counts.killed + counts.timeout;
  const total = noticed + counts.survived + counts["no coverage"];
  return total === 0 ? null : noticed / total;
}

/** A run over all of lib/ fails below this share. */
const BAR = 0.85;

function failBelowBar(files) {
  const counts = Object.fromEntries(COLUMNS.map((column) => [column, 0]));
  for (const { mutants } of files) for (const { status, aside } of mutants) if (!aside) counts[status] += 1;
  const share = noticedShare(counts);
  if (share === null || share >= BAR) return;
  console.error(`The tests of lib/ notice less than ${100 * BAR}% of its mutants.`);
  process.exitCode = 1;
}

const short = (text) => (text.length > 90 ? `${text.slice(0, 87)}…` : text).replaceAll(/\s+/g, " ");

const files = prepare(positionals);
if (files.length === 0) throw new Error("No file to mutate there");
const size = Number(values.sample ?? Number.POSITIVE_INFINITY);
if (!(size > 0)) throw new Error("--sample needs a number above 0");
const total = values.sample === undefined ? 0 : takeSample(files, size, values.seed);
const ofLib = files.filter(({ path }) => layerOf(path) === "lib");
if (ofLib.length > 0) await runAll(ofLib);
const ofServer = files.filter(({ path }) => layerOf(path) === "server");
if (ofServer.length > 0) await runOnServer(ofServer);
remember(files);
if (values.list) {
  for (const { path, mutants } of files)
    for (const { status, aside, line, kind, before, after } of mutants)
      if (!aside && (status === "survived" || status === "no coverage"))
        console.log(`${path}:${line} ${status}: ${kind}  ${short(before)}  →  ${short(after)}`);
}
report(files);
if (size < total) console.log(`A sample: ${size} of ${total} mutants.`);
const isAllOfLib = positionals.every((path) => /^lib\/?$/.test(path));
if (isAllOfLib && !values.near && size >= total) failBelowBar(ofLib);
