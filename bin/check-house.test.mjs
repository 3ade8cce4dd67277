import { expect, test } from "vitest";
import { patternProblems, queryProblems, roleProblems, timeProblems } from "./check-house.mjs";

const found = (text, path = "components/people/me/greeting.tsx") => roleProblems({ path, text }).length;

test.each([
  'me.role === "admin"',
  'useMe()?.role !== "tpm"',
  '"viewer" === role',
  '["tpm", "admin"].includes(me?.role)',
])("a role that is compared is named: %s", (condition) => {
  expect(found(`export const may = ${condition};`)).toBe(1);
});

test.each([
  'roleAllows(me.role, "view.share")',
  'person.role === "approver"',
  'where({ role: "tpm" })',
  'kind === "member"',
  '["manager", "tpm"].includes(approver)',
])("what decides nothing by a role is none: %s", (expression) => {
  expect(found(`export const one = ${expression};`)).toBe(0);
});

test("the module that decides who can do what compares roles", () => {
  expect(found('export const isAdmin = role === "admin";', "lib/base/access/can.ts")).toBe(0);
});

test.each([
  ["at.toISOString().slice(0, 10)", "server/across/walk/read.ts", 1],
  ["ctx.now().toISOString()\n.slice(0, 10)", "components/people/me/greeting.tsx", 1],
  ["at.toISOString().slice(0, 16)", "server/across/walk/read.ts", 0],
  ["at.toISOString().slice(0, 10)", "lib/base/time/local-date.ts", 0],
  ["at.toISOString().slice(0, 10)", "server/across/walk/read.test.ts", 0],
  ["5 * 60_000", "server/across/walk/read.ts", 1],
  ["24 * 3_600_000", "components/people/me/greeting.tsx", 1],
  ["7 * 24 * 60 * 60 * 1000", "server/across/walk/read.ts", 1],
  ["clock.hour * 60 + (clock.minute ?? 0)", "importers/lex/stamp.ts", 1],
  ["12 * 60", "importers/lex/stamp.ts", 1],
  ["30 * 24 * 60 * 60", "server/people/auth/session.ts", 0],
  ['import { Temporal } from "@js-temporal/polyfill"', "server/across/walk/read.ts", 1],
  ['import { Temporal } from "#lib/base/time/temporal.ts"', "server/across/walk/read.ts", 0],
  ["60_000_000", "server/across/walk/read.ts", 0],
  ['String(hour).padStart(2, "0")', "components/people/me/greeting.tsx", 1],
  ['byte.toString(16).padStart(2, "0")', "components/people/me/greeting.tsx", 0],
])("%s in %s has %i problems", (expression, path, count) => {
  expect(timeProblems({ path, text: `export const day = ${expression};` })).toHaveLength(count);
});

const LONG = "ab|".repeat(80);
const longIn = (expression) => patternProblems({ path: "lib/a.ts", text: `export const one = ${expression};` }).length;

test.each([
  ["a literal", `/${LONG}/`],
  ["a template", `new RegExp(String.raw\`^${LONG}\`, "i")`],
  ["a plain template", `new RegExp(\`${LONG}\`)`],
  ["a string", `RegExp("${LONG}")`],
  ["a part of a pattern", `String.raw\`${LONG}\``],
])("a long pattern is found in %s", (_name, expression) => {
  expect(longIn(expression)).toBe(1);
});

test.each([
  ["a table in a template", `new RegExp(String.raw\`^\${oneOf\`${LONG}\`}$\`)`],
  ["a table on several lines", `String.raw\`\n${LONG}\n\``],
  ["a short template", "new RegExp(String.raw`^[ab]$`)"],
  ["text that is no pattern", `say(\`${LONG}\`)`],
])("no long pattern is found in %s", (_name, expression) => {
  expect(longIn(expression)).toBe(0);
});

test("finds a query with a key of its own, but not one with a key of the contract", () => {
  const of = (key) =>
    queryProblems({ path: "components/screens/walk/walk.tsx", text: `useQuery({ queryKey: ${key} })` });
  expect(of('["walk preview", id]')).toHaveLength(1);
  expect(of("[...query.walk.get.key(), id]")).toEqual([]);
  expect(of("reads.walk.get(id).queryKey")).toEqual([]);
});
