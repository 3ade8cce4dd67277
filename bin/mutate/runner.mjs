// Runs each test once as it is, then once with each mutant that it reaches, until one test has noticed the mutant.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import fc from "fast-check";
import { TestRunner } from "vitest";

const { results, progress, mutants, settled, folders } = JSON.parse(readFileSync(process.env.MUTATE_PLAN, "utf8"));
/** A mutant may take this many times the turns and calls of the unchanged test. Beyond that it counts as endless. */
const PATIENCE = 30;
const LEAST_TURNS = 200_000;
const MOST_MS = 4000;
/** Tests of other folders have this many tries and this much time to notice a mutant. After that it has survived. */
const FAR_TRIES = 200;
const FAR_MS = 3000;

// The first failure is enough. There is no need to shrink it.
fc.configureGlobal({ endOnFailure: true });

globalThis.__mutate ??= newWorld();
const world = globalThis.__mutate;

function newWorld() {
  const most = Math.max(-1, ...mutants) + 1;
  const state = {
    active: -1,
    turns: 0,
    mostTurns: Number.POSITIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    reached: new Uint8Array(most),
    alive: new Uint8Array(most),
    /** Mutants that a test reached. */
    met: new Uint8Array(most),
    /** Reached while a source was loaded. */
    loaded: new Uint8Array(most),
    tries: new Uint16Array(most),
    spent: new Float64Array(most),
    kept: [],
    inTest: false,
    results: openSync(results, "a"),
    progress: openSync(progress, "r+"),
  };
  for (const id of mutants) state.alive[id] = 1;
  for (const id of settled) state.alive[id] = 0;
  globalThis.__mutant = (id) => {
    state.reached[id] = 1;
    if (!state.inTest && state.loaded[id] === 0) state.loaded[id] = isCalledByTest() ? 0 : 1;
    count(state);
    return id === state.active;
  };
  globalThis.__turn = () => count(state);
  globalThis.__kept = (kept) => {
    if (!state.inTest) state.kept.push(kept);
    return kept;
  };
  return state;
}

/** A call in the body of a test file, outside of its tests. What only waits for the test file doesn't count. */
const isCalledByTest = () =>
  String(new Error().stack)
    .split("\n")
    .some((line) => /\.test\.tsx?\b/.test(line) && !line.includes("at async"));

class Endless extends Error {}

function count(state) {
  state.turns += 1;
  if (state.turns > state.mostTurns) throw new Endless("too many turns");
  if (state.turns % 4096 === 0 && performance.now() > state.until) throw new Endless("too long");
}

/** Collections that were empty when their module was loaded are caches. The first reset finds out which. */
function forget(state) {
  state.memories ??= new Set();
  for (; state.kept.length > 0; ) {
    const kept = state.kept.pop();
    if (typeof kept === "function" || kept.size === 0 || kept.size === undefined) state.memories.add(kept);
  }
  for (const memory of state.memories) {
    if (typeof memory === "function") memory();
    else memory.clear?.();
  }
}

const say = (state, id, status, test) => {
  state.alive[id] = 0;
  writeSync(state.results, `${JSON.stringify({ id, status, test })}\n`);
};

const mayTry = ({ file }, id) =>
  file.name.startsWith(folders[id]) || (world.tries[id] < FAR_TRIES && world.spent[id] < FAR_MS);

export default class MutateRunner extends TestRunner {
  async runTask(test) {
    const state = world;
    forget(state);
    state.reached.fill(0);
    Object.assign(state, { active: -1, turns: 0, mostTurns: Number.POSITIVE_INFINITY, inTest: true });
    const started = performance.now();
    await TestRunner.getTestFn(test)();
    const took = performance.now() - started;
    const turns = state.turns;
    const reached = mutants.filter((id) => state.reached[id] === 1);
    for (const id of reached) state.met[id] ||= 1;
    for (const id of reached) {
      if (state.alive[id] === 0 || !mayTry(test, id)) continue;
      writeSync(state.progress, `${String(id).padEnd(12)}${String(Date.now()).padEnd(16)}`, 0);
      const since = performance.now();
      const status = await this.runMutant(test, id, { turns, took });
      state.tries[id] += 1;
      state.spent[id] += performance.now() - since;
      if (status) say(state, id, status, test.file.name);
    }
    if (reached.length > 0) writeSync(state.progress, " ".repeat(28), 0);
    Object.assign(state, { active: -1, mostTurns: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY });
    forget(state);
    state.inTest = false;
  }

  /** How the test noticed the mutant, or null. */
  async runMutant(test, id, { turns, took }) {
    const state = world;
    forget(state);
    await beforeEach(test);
    Object.assign(state, {
      turns: 0,
      mostTurns: turns * PATIENCE + LEAST_TURNS,
      until: performance.now() + took * PATIENCE + MOST_MS,
    });
    state.active = id;
    let timer;
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Endless("never answers")), took * PATIENCE + MOST_MS);
    });
    const errors = test.result?.errors?.length ?? 0;
    try {
      await Promise.race([TestRunner.getTestFn(test)(), tooLong]);
      return null;
    } catch (error) {
      return error instanceof Endless || String(error?.message).includes("too many turns") ? "timeout" : "killed";
    } finally {
      clearTimeout(timer);
      state.active = -1;
      test.promises = undefined;
      if (test.result?.errors) test.result.errors.length = errors;
    }
  }

  onAfterRunFiles(files) {
    super.onAfterRunFiles(files);
    writeSync(world.results, `${JSON.stringify({ met: newIn(world.met), loaded: newIn(world.loaded) })}\n`);
  }
}

/** The ids that were not reported before. */
function newIn(flags) {
  const fresh = mutants.filter((id) => flags[id] === 1);
  for (const id of fresh) flags[id] = 2;
  return fresh;
}

/** Prepares a test again with the hooks of its file and its suites, the outermost first. */
async function beforeEach(test) {
  for (const suite of [test.file, ...suitesAround(test)])
    for (const hook of TestRunner.getSuiteHooks(suite)?.beforeEach ?? []) await hook(test.context, suite);
}

const suitesAround = ({ suite }) => (suite && suite !== suite.file ? [...suitesAround(suite), suite] : []);

process.on("exit", () => closeSync(world.results));
