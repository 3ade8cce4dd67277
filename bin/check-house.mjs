// Project rules that no tool checks: where process.env is read, that functions authorize, that roles are compared in one
// module, how rows are counted, that fields share the limits of the API, that long patterns are tables, where days and
// lengths of time are computed, and no escapes from types.
import "./check-node.mjs";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { root } from "./run.mjs";

const TOOL_FILES = /^(server\/base\/process\/config\.ts|[^/]+\.config\.(js|mjs|ts)|(bin|bench|e2e)\/.*)$/;
// A one-time link or a password is itself the permission: checking it is the check.
const AUTHORIZING = /^(authorize|can)([A-Z]|$)|^(openResetLink|openInvitation|requireSetUpCode|verifyPassword)$/;

/** The project's existing sources, tracked and new, by path. Files in vendor/ aren't the project's. */
export function sources(kind = /\.(ts|tsx|js|mjs)$/) {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ":!vendor"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\n").filter((path) => kind.test(path) && existsSync(join(root, path)));
}

const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith("e2e/");
const isMeasured = (path) => /\.tsx?$/.test(path) && !isTest(path) && !/(^|\/)(generated|fixtures)\//.test(path);

/** Returns {checks, problems}: the number of files checked, and one line per violation. */
export function checkHouse() {
  const files = sources().map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const problems = [
    settingsProblems,
    verbProblems,
    roleProblems,
    countProblems,
    lengthProblems,
    patternProblems,
    timeProblems,
    queryProblems,
  ].flatMap((law) => files.flatMap(law));
  const escapes = files.filter(({ path }) => isMeasured(path) || isTest(path)).flatMap(escapeProblems);
  return { checks: files.length, problems: files.length === 0 ? ["no file was checked"] : [...problems, ...escapes] };
}

function settingsProblems({ path, text }) {
  if (TOOL_FILES.test(path) || isTest(path) || !text.includes("process")) return [];
  const found = [];
  walk(parse(path, text), (node) => {
    if (node.type !== "MemberExpression" || node.object.value !== "process") return;
    const property = node.property.value ?? node.property.expression?.value;
    if (property === "env")
      found.push(`${path}: reads process.env. Only server/base/process/config.ts and the tools' own files do.`);
  });
  return found;
}

/**
 * Every function in server/ that opens a transaction with `transact(` must call something that authorizes. Types
 * already ensure that it records the change.
 */
function verbProblems({ path, text }) {
  if (
    !path.startsWith("server/") ||
    /^server\/(base\/kernel|testing)\//.test(path) ||
    isTest(path) ||
    !text.includes("transact(")
  )
    return [];
  const functions = new Map();
  for (const item of parse(path, text).body) {
    for (const [name, body] of topLevelFunctions(item)) functions.set(name, calledNames(body));
  }
  return [...functions].flatMap(([name, calls]) => {
    if (!calls.has("transact")) return [];
    if ([...withHelpers(calls, functions)].some((call) => AUTHORIZING.test(call))) return [];
    return [`${path}: ${name} opens a transaction and does not authorize`];
  });
}

// A facilitator is also someone's part in a review, and the roles of reviews have no order.
const RANKED_ROLES = new Set(["viewer", "member", "tpm", "admin"]);
const nameOf = ({ value, property, base }) => (base ? nameOf(base) : (property?.value ?? value));
const isRole = (node) => node.type !== "StringLiteral" && nameOf(node) === "role";
const isRoleName = (node) => node?.type === "StringLiteral" && RANKED_ROLES.has(node.value);

/** A comparison of roles decides who can do what, which only lib/base/access/ does, for the server and the browser. */
export function roleProblems({ path, text }) {
  if (!/^(lib|server|components|app|cli)\//.test(path) || path.startsWith("lib/base/access/")) return [];
  if (isTest(path) || path.includes("/testing/") || !text.includes("role")) return [];
  const found = [];
  walk(parse(path, text), (node) => {
    const { type, operator, left, right, callee } = node;
    const isEqual = type === "BinaryExpression" && /^[!=]==?$/.test(operator);
    const isOneOf =
      type === "CallExpression" &&
      callee.property?.value === "includes" &&
      callee.object.type === "ArrayExpression" &&
      callee.object.elements.some((element) => isRoleName(element?.expression)) &&
      node.arguments.some(({ expression }) => isRole(expression));
    if ((isEqual && ((isRole(left) && isRoleName(right)) || (isRole(right) && isRoleName(left)))) || isOneOf)
      found.push(`${path}: compares a role. Ask can or roleAllows of lib/base/access/can.ts.`);
  });
  return found;
}

/** Prisma counts a relation by grouping its whole table for each request. `groupBy` over the ids of a page doesn't. */
function countProblems({ path, text }) {
  if (!path.startsWith("server/") || !/_count: \{\s*select:/.test(text)) return [];
  return [`${path}: selects _count of a relation, which reads its whole table. Use groupBy, or select the ids.`];
}

/** A field and the API that disagree reject text that fits, or accept text that is rejected later. */
function lengthProblems({ path, text }) {
  if (!/^(app|components)\//.test(path) || isTest(path) || !/\bmaxLength(=\{|: )\d/.test(text)) return [];
  return [`${path}: states a maxLength. Take it from lib/contract/lengths.ts.`];
}

const LONGEST_PATTERN = 230;
/** A pattern of hundreds of letters can't be reviewed. A table of phrases can be read and extended line by line. */
export function patternProblems({ path, text }) {
  const isLong = new RegExp(`/.{${LONGEST_PATTERN},}/|String\\.raw|RegExp\\(`);
  if (!isMeasured(path) || isTest(path) || !isLong.test(text)) return [];
  const found = [];
  walk(parse(path, text), (node) => {
    const letters = Math.max(0, ...patternsOf(node).map((pattern) => pattern.length));
    if (letters > LONGEST_PATTERN)
      found.push(`${path}: has a pattern of ${letters} letters. Write a table with oneOf of lib/base/text/phrases.ts.`);
  });
  return found;
}

/** Returns the patterns of a node, without what is inserted into them. One with several lines is a table and left out. */
function patternsOf({ type, pattern, tag, template, callee, arguments: given }) {
  const own = ({ quasis }) => quasis.map(({ raw }) => raw).join("");
  if (type === "RegExpLiteral") return [pattern];
  if (type === "TaggedTemplateExpression") return nameOf(tag) === "raw" ? [own(template)].filter(isOneLine) : [];
  if ((type !== "NewExpression" && type !== "CallExpression") || nameOf(callee) !== "RegExp") return [];
  const [first] = (given ?? []).map(({ expression }) => expression);
  return first?.type === "TemplateLiteral" ? [own(first)] : first?.type === "StringLiteral" ? [first.value] : [];
}
const isOneLine = (pattern) => !pattern.includes("\n");

/** Nothing refreshes a key of its own, so the page and the component would show different data. */
export function queryProblems({ path, text }) {
  if (!/^(app|components)\//.test(path) || isTest(path) || !/queryKey: \[\s*["'`]/.test(text)) return [];
  return [
    `${path}: names a query. Use reads of components/base/api/reads.ts, or a key that starts with the contract's.`,
  ];
}

const SHIPPED = /^(lib|importers|server|components|app|cli)\//;
/** Days, lengths of time and parts of clocks are computed in lib/base/time, where their zone and unit are clear. */
const TIME_RULES = [
  [/toISOString\(\)\s*\.slice\(0, 10\)/, "cuts the day out of a moment. Use utcDay of lib/base/time/local-date.ts"],
  [
    /\* 60_000\b|\b3_600_000\b|\b86_400_000\b|\b60 \* 1000\b/,
    "counts milliseconds. Use the lengths of lib/base/time/spans.ts",
  ],
  [/\bhour \* 60 \+ \(/, "counts the minutes of a clock. Use minutesOf of lib/base/time/clock.ts"],
  [/(?<!\* )\b(?:12|24) \* 60\b(?! \*)/, "counts the minutes of a day. Use DAY_MINUTES of lib/base/time/clock.ts"],
  [/"@js-temporal\/polyfill"|globalThis\.Temporal/, "chooses a Temporal. Use lib/base/time/temporal.ts"],
  [/(?<![\w.])String\([^()]*\)\.padStart\(2, "0"\)/, "writes two digits. Use twoDigits of lib/base/time/clock.ts"],
];
export function timeProblems({ path, text }) {
  if (!SHIPPED.test(path) || path.startsWith("lib/base/time/") || !isMeasured(path) || isTest(path)) return [];
  if (path.includes("/testing/")) return [];
  return TIME_RULES.flatMap(([pattern, words]) => (pattern.test(text) ? [`${path}: ${words}.`] : []));
}

function topLevelFunctions(item) {
  const declaration = item.declaration ?? item;
  if (declaration.type === "FunctionDeclaration") return [[declaration.identifier.value, declaration.body]];
  if (declaration.type !== "VariableDeclaration") return [];
  return declaration.declarations.filter((one) => one.init).map((one) => [one.id.value ?? "?", one.init]);
}

function calledNames(body) {
  const names = new Set();
  walk(body, (node) => {
    if (node.type !== "CallExpression") return;
    // Only a plain call is ours: a shared document has a `transact` method too.
    if (node.callee.type === "Identifier") names.add(node.callee.value);
  });
  return names;
}

// A helper in the same file may authorize for the function.
function withHelpers(calls, functions) {
  const all = new Set(calls);
  for (const name of all) for (const call of functions.get(name) ?? []) all.add(call);
  return all;
}

function escapeProblems({ path, text }) {
  const found = /@ts-(ignore|expect-error|nocheck)|biome-ignore/.exec(text);
  const problems = found ? [`${path}: ${found[0]} is an escape from the checks`] : [];
  if (!/\bany\b/.test(text)) return problems;
  walk(parse(path, text), (node) => {
    if (node.type === "TsKeywordType" && node.kind === "any") problems.push(`${path}: uses the type any`);
  });
  return [...new Set(problems)];
}

/** Returns the syntax tree of a source file. */
export function parse(path, text) {
  const typescript = /\.tsx?$/.test(path);
  return parseSync(
    text,
    typescript
      ? { syntax: "typescript", tsx: path.endsWith("x"), decorators: true }
      : { syntax: "ecmascript", jsx: true },
  );
}

/** Calls `visit` with each node of a syntax tree. */
export function walk(node, visit) {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") visit(node);
    for (const [key, value] of Object.entries(node)) if (key !== "span") walk(value, visit);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checks, problems } = checkHouse();
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0
      ? `Project rules hold in ${checks} files.`
      : `${problems.length} breaches of the project rules.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
