import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { memoryOf, remembered } from "./mutate/memory.mjs";
import { mutate, withMemories } from "./mutate/mutants.mjs";
import { takeSample } from "./mutate/sample.mjs";
import { filesToMutate } from "./mutate/scope.mjs";

const changesOf = (source) => mutate("x.ts", source).mutants.map(({ before, after }) => `${before} => ${after}`);

/** Returns the result of `run` of a source with one of its mutants, or with none. */
async function runWith(source, active) {
  const { code } = await transform(mutate("x.ts", source).code, { loader: "ts", format: "cjs" });
  const module = { exports: {} };
  const inside = ["module", "__mutant", "__turn", "__kept", code];
  const kept = [];
  const nothing = () => undefined;
  new Function(...inside)(
    module,
    (id) => id === active,
    nothing,
    (one) => kept.push(one) && one,
  );
  return { value: module.exports.run(), kept };
}

describe("the mutants of a source", () => {
  it.each([
    ["f = a < b;", ["a < b => (a) <= (b)"]],
    ["f = a ?? b ?? c;", ["a ?? b ?? c => (a ?? b) && (c)", "a ?? b => (a) && (b)"]],
    ["f += 1;", ["f += 1 => f -= 1"]],
    ["f = a?.b?.[0];", ["a?.b?.[0] => a.b?.[0]", "a?.b?.[0] => a?.b[0]"]],
    ["f = list.filter(ok);", ["list.filter(ok) => list"]],
    ["f = list.some(ok);", ["list.some(ok) => list.every(ok)"]],
    ["f = list?.filter(ok);", ["list?.filter(ok) => list.filter(ok)"]],
    ["f = 'a' + b;", ["'a' => \"\""]],
    ["f = b ? 1 : 2;", ["b => true", "b => false"]],
    ["say(b);", ["say(b) => undefined"]],
    ["const f = () => a;", ["a => undefined"]],
    ["f = a.toLocaleString();", []],
    ['import a from "b"; type C = "d"; interface E { f: "g" }', []],
    ['"use client"; export { a } from "b";', []],
    ['f = { "a-b": a };', ['{ "a-b": a } => {}']],
    ['f = a as "b";', []],
  ])("finds the mutants of %s", (source, expected) => expect(changesOf(source)).toEqual(expected));

  it("are each switched on alone, and none changes what the source does", async () => {
    const source = `export function run(): number {
      let sum = 0;
      for (const one of [1, 2, 3].filter((n) => n > 1)) { sum += one * 2; }
      return sum;
    }`;
    expect((await runWith(source, -1)).value).toBe(10);
    const { mutants } = mutate("x.ts", source);
    const values = await Promise.all(mutants.map(async ({ id }) => (await runWith(source, id)).value));
    expect(Object.fromEntries(mutants.map(({ before, after }, at) => [`${before} => ${after}`, values[at]]))).toEqual({
      "[1, 2, 3].filter((n) => n > 1) => [1, 2, 3]": 12,
      "[1, 2, 3] => []": 0,
      "n > 1 => undefined": 0,
      "n > 1 => (n) >= (1)": 12,
      "sum += one * 2 => sum -= one * 2": -10,
      "one * 2 => (one) / (2)": 2.5,
      "sum => undefined": undefined,
      "{ sum += one * 2; } => {}": 0,
    });
  });

  it("know what a module keeps between calls", async () => {
    const { kept } = await runWith("const known = new Map(); let last = 0; export const run = () => (last += 1);", -1);
    expect(kept).toEqual([new Map(), expect.any(Function)]);
  });
});

it("finds what a source keeps that isn't mutated", () => {
  const source = "const known = new Map(); let last = 0; export const run = (a: number) => new Set([a < last]);";
  expect(withMemories("x.ts", source)).toBe(
    "const known = __kept(new Map()); let last = 0; export const run = (a: number) => new Set([a < last]);\n__kept(()=>{last=0;});",
  );
});

describe("the memory", () => {
  const hashes = { all: "tests", byTest: { "a.test.ts": "a" } };
  const mutants = [{ status: "killed", test: "a.test.ts" }, { status: "survived" }];
  const file = { path: "x.ts", hash: "source", count: 2, mutants };
  const memory = { files: { "x.ts": memoryOf(file, hashes) } };
  const statuses = (now, more) => remembered(memory, { ...file, ...more }, now).map((one) => one?.status);

  it.each([
    ["nothing has changed", hashes, {}, ["killed", "survived"]],
    ["another test has changed", { ...hashes, all: "other" }, {}, ["killed", undefined]],
    ["that test has changed", { all: "other", byTest: { "a.test.ts": "b" } }, {}, [undefined, undefined]],
    ["the source has changed", hashes, { hash: "other" }, []],
  ])("keeps valid results when %s", (_, now, more, expected) => expect(statuses(now, more)).toEqual(expected));
});

it("samples the same mutants each time, and others with another seed", () => {
  const sampleOf = (size, ...seed) => {
    const mutants = Array.from({ length: 200 }, () => ({}));
    expect(takeSample([{ path: "x.ts", mutants }], size, ...seed)).toBe(200);
    return mutants.flatMap(({ aside }, at) => (aside ? [] : [at]));
  };
  expect(sampleOf(20)).toHaveLength(20);
  expect(sampleOf(20)).toEqual(sampleOf(20));
  expect(sampleOf(40)).toEqual(expect.arrayContaining(sampleOf(20)));
  expect(sampleOf(20, "other")).not.toEqual(sampleOf(20));
});

it("mutates what behaves, not tests, tables or schemas", () => {
  const files = filesToMutate([]);
  expect(files).toContain("lib/base/time/zones.ts");
  expect(files.filter((path) => /\.test\.ts$|vocabulary|weights|testing/.test(path))).toEqual([]);
  expect(filesToMutate(["./lib/base/errors.ts"])).toEqual(["lib/base/errors.ts"]);
});
