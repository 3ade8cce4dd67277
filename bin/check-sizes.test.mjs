import { expect, test } from "vitest";
import { sizeProblems } from "./check-sizes.mjs";

const lines = (count, ...first) => [...first, ...Array.from({ length: count - first.length }, (_, at) => `f(${at});`)];
const file = (path, count, ...first) => ({ path, text: `${lines(count, ...first).join("\n")}\n` });
/** Enough files of a good size to satisfy the rules about all files. */
const GOOD = Array.from({ length: 40 }, (_, at) => file(`lib/people/member/rule-${at}.ts`, 60));
const helper = file("lib/people/member/initials.ts", 10, "export const initials = () => 1;");
const user = (path, count = 60) => file(path, count, 'import { initials } from "./initials.ts";');

test("files of a good size break no rule", () => {
  expect(sizeProblems(GOOD)).toEqual([]);
});

test("a file over the maximum is named", () => {
  expect(sizeProblems([...GOOD, file("lib/people/member/all.ts", 401)])).toEqual([
    "lib/people/member/all.ts: 401 lines. The most is 400",
  ]);
});

test("a median that is too small, and too many long files, are violations", () => {
  const short = GOOD.map(({ path }) => file(path, 30));
  expect(sizeProblems(short)).toEqual(["the median file has 30 lines. It must have 45 to 90"]);
  const long = GOOD.slice(0, 5).map(({ path }) => file(path, 210));
  expect(sizeProblems([...long, ...GOOD.slice(5)])).toEqual([
    "one file in ten has more than 210 lines; 200 is the limit",
  ]);
});

test("too many small files are a violation, without counting pages, entry points and constants", () => {
  const splinters = (folder, first) => GOOD.slice(0, 8).map((_, at) => file(`${folder}/part-${at}.ts`, 9, first));
  const code = "export const one = () => 1;";
  expect(sizeProblems([...GOOD, ...splinters("lib/people/member", code)])).toEqual([
    "8 of 48 files have fewer than 25 lines. The limit is 15%.",
  ]);
  expect(sizeProblems([...GOOD, ...splinters("lib/people/member", "export const ONE = 1;")])).toEqual([]);
  expect(sizeProblems([...GOOD, ...splinters("app/settings", code)])).toEqual([]);
});

test("a helper whose only user has room belongs there", () => {
  const problem = "lib/people/member/initials.ts: lib/people/member/name.ts is its only user and has room for it";
  expect(sizeProblems([...GOOD, helper, user("lib/people/member/name.ts")])).toEqual([problem]);
});

test("a longer helper belongs to its only user in the same folder, but not a part of the screen", () => {
  const name = user("lib/people/member/name.ts");
  const longer = (path) => file(path, 60, "export const initials = () => 1;");
  expect(sizeProblems([...GOOD, longer("lib/people/member/initials.ts"), name])).toHaveLength(1);
  expect(
    sizeProblems([...GOOD, file("lib/people/member/initials.ts", 61, "export const initials = () => 1;"), name]),
  ).toEqual([]);
  const elsewhere = file("lib/people/team/name.ts", 60, 'import { initials } from "../member/initials.ts";');
  expect(sizeProblems([...GOOD, longer("lib/people/member/initials.ts"), elsewhere])).toEqual([]);
  const face = file("components/people/face.tsx", 60, 'import { Initials } from "./initials.tsx";');
  expect(sizeProblems([...GOOD, longer("components/people/initials.tsx"), face])).toEqual([]);
});

test("leaves a helper alone with two users, its own test, or a long user", () => {
  const name = user("lib/people/member/name.ts");
  expect(sizeProblems([...GOOD, helper, name, user("lib/people/member/face.ts")])).toEqual([]);
  expect(sizeProblems([...GOOD, helper, name, user("lib/people/member/initials.test.ts")])).toEqual([]);
  expect(sizeProblems([...GOOD, helper, user("lib/people/member/name.ts", 145)])).toEqual([]);
});

test("a helper that is loaded on demand stays alone", () => {
  const lazy = file("lib/people/member/name.ts", 60, 'const load = () => import("./initials.ts");');
  expect(sizeProblems([...GOOD, helper, lazy])).toEqual([]);
});

test("leaves a file of a family next to the others", () => {
  const family = ["slack", "gitlab", "github", "jira"];
  const files = family.map((name) => file(`server/hook/schemes/${name}.ts`, 12, "export const sign = () => 1;"));
  const home = file(
    "server/hook/sources.ts",
    60,
    ...family.map((name) => `import { sign as ${name} } from "./schemes/${name}.ts";`),
  );
  expect(sizeProblems([...GOOD, ...files, home])).toEqual([]);
  expect(sizeProblems([...GOOD, ...files.slice(1), home])).toHaveLength(3);
});
