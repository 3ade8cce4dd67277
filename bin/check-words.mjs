// Plain English: strings, docs, docstrings, comments and names of tests against the patterns of words.mjs. Rules: docs/style.md.
import "./check-node.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, sources, walk } from "./check-house.mjs";
import { root } from "./run.mjs";
import { hitsIn } from "./words.mjs";

const TEST = /\.(test|spec)\.(tsx?|mjs)$/;

/** The areas, and the files of each. */
export const AREAS = {
  screens: { files: /^(app|components)\/.*\.tsx?$/, read: stringsIn },
  messages: { files: /^(lib|server|cli)\/.*\.tsx?$|^(bin|bench)\/.*\.mjs$/, read: stringsIn },
  "messages of importers": { files: /^importers\/.*\.ts$/, read: sentencesIn },
  "demo data": { files: /^prisma\/seed\/.*\.ts$/, read: stringsIn },
  "demo sources": { files: /^prisma\/seed\/sources\//, read: linesIn },
  docs: { files: /^(README\.md|NOTICE|(docs|bench|training)\/.*\.md)$/, read: proseIn },
  docstrings: {
    files: /^(lib|server|importers|cli|components|app|bin|bench|e2e|prisma|training)\/.*\.(tsx?|mjs)$/,
    read: docstringsIn,
  },
  comments: {
    files: /^(app|components|lib|server|importers|cli|bin|bench|e2e|prisma|training)\/.*\.(tsx?|mjs)$/,
    read: commentsIn,
  },
  "comments of styles": { files: /\.css$/, read: blockCommentsIn },
  "comments of the schema": { files: /\.prisma$/, read: schemaCommentsIn },
  "comments of settings": { files: /\.(cjs|config\.(ts|js))$/, read: allCommentsIn },
  "texts of migrations": { files: { test: isNewMigration }, read: linesIn },
  package: { files: /^package\.json$/, read: descriptionIn },
  tests: { files: TEST, read: testNamesIn },
  "outer tests": { files: TEST, read: outerTestNamesIn },
};

/** The last migration from before the check. It ran somewhere, so its text stays. */
const LAST_UNREAD = 314;

const NUMBER_OF_MIGRATION = /^prisma\/migrations\/(\d+)_\w+\/migration\.sql$/;

/** Returns whether a path is a migration that the check reads. */
function isNewMigration(path) {
  const [, number] = NUMBER_OF_MIGRATION.exec(path) ?? [];
  return number !== undefined && Number(number) > LAST_UNREAD;
}

/** Areas that test files and their helpers have, besides their names. */
const ALSO_IN_TESTS = new Set(["comments", "docstrings"]);

/** Helpers of tests. Their strings are stories. */
const HELPERS = /\/testing\//;

/** Word tables, reading patterns, example stories, old forms that are still read, and the page of what not to write. */
const EXEMPT = [
  /^bin\/(words|check-words\.test)\.mjs$/,
  /^docs\/style\.md$/,
  /^bench\/(api\/(seed|draft-figure)|timeline\/sources)\.mjs$/,
  /^lib\/base\/clauses\//,
  /^lib\/incidents\/timeline\/kinds\/languages\/european-words\.ts$/,
  /^lib\/incidents\/timeline\/kinds\/(words\/)?[\w-]*(rules|words)\.ts$/,
  /^lib\/incidents\/timeline\/milestones\/suggest\/(statements\/plain-words|chance\/weights)\.ts$/,
  /^server\/across\/backup\/write-backup\.ts$/,
];

/** Returns {checks, problems, counts}: texts read, a line for each hit, and hits by area. */
export function checkWords() {
  const paths = sources(
    /\.(ts|tsx|js|mjs|cjs|md|css|prisma|sql)$|^(package\.json|NOTICE)$|^prisma\/seed\/sources\//,
  ).filter((path) => !EXEMPT.some((pattern) => pattern.test(path)));
  let checks = 0;
  const hits = [];
  for (const [area, { files, read }] of Object.entries(AREAS)) {
    for (const path of paths.filter((one) => isRead(one, area, files))) {
      for (const text of read(path, readFileSync(join(root, path), "utf8"))) {
        checks += 1;
        for (const { name, instead } of hitsIn(text, area)) hits.push({ area, path, name, instead, text });
      }
    }
  }
  const counts = Object.fromEntries(
    Object.keys(AREAS).map((area) => [area, hits.filter((hit) => hit.area === area).length]),
  );
  return { checks, problems: checks === 0 ? ["No texts found."] : hits.map(hitLine), counts };
}

/** Returns whether an area reads a file: of tests and their helpers, only names, comments and docstrings. */
const isRead = (path, area, files) =>
  files.test(path) && (files === TEST || ALSO_IN_TESTS.has(area) || !(TEST.test(path) || HELPERS.test(path)));

/** Returns the areas that read a file. */
export const areasOf = (path) =>
  Object.entries(AREAS).flatMap(([area, { files }]) => (isRead(path, area, files) ? [area] : []));

const hitLine = ({ path, name, instead, text }) =>
  `  ${path}: "${text.length > 90 ? `${text.slice(0, 90)}…` : text}" (${name}; write ${instead})`;

/** Tags of tables of words that are read in a text (lib/base/text/phrases.ts). */
const TABLES = new Set(["words", "opening", "only", "oneOf"]);

/**
 * Returns the strings with a space, the text of JSX, and templates with {} for each expression or next child. Tables of
 * words that are read, and strings that are split into words, aren't texts.
 */
export function stringsIn(path, text) {
  const found = [];
  const tables = new Set();
  const continued = new Set();
  walk(parse(path, text), (node) => {
    if (node.type === "JSXElement" || node.type === "JSXFragment")
      for (const child of node.children.slice(0, -1)) continued.add(child);
    if (node.type === "TaggedTemplateExpression" && TABLES.has(node.tag.value)) tables.add(node.template);
    if (node.type === "CallExpression" && node.callee.property?.value === "split") tables.add(node.callee.object);
    if (tables.has(node)) return;
    if (node.type === "StringLiteral") found.push(node.value);
    if (node.type === "JSXText") found.push(continued.has(node) ? `${node.value}{}` : node.value);
    if (node.type === "TemplateLiteral" && node.quasis) found.push(node.quasis.map((part) => part.cooked).join("{}"));
  });
  return found.map((value) => value.replace(/\s+/g, " ").trim()).filter((value) => value.includes(" "));
}

/** Returns the strings of a file that are messages: sentences, and not patterns or words that are read in a text. */
export function sentencesIn(path, text) {
  return stringsIn(path, text).filter((value) => /^(\p{Lu}|\{\})[^|]*$/u.test(value) && !/[\\^$]/.test(value));
}

/** Returns the lines of a file with text. */
export function linesIn(_path, text) {
  return text.split("\n").filter((line) => line.trim().includes(" "));
}

/** Returns the lines of a page without code blocks, inline code, quoted text and addresses of links. */
export function proseIn(_path, text) {
  return text
    .replace(/```.*?```/gs, "")
    .replace(/^ {4}.*$/gm, "")
    .replace(/`[^`\n]*`/g, "X")
    .replace(/"[^"\n]*"/g, "X")
    .replace(/\]\([^)]*\)/g, "]")
    .split("\n")
    .filter((line) => line.includes(" "));
}

/** Returns the sentences of the docstrings of a file. */
export function docstringsIn(_path, text) {
  return [...text.matchAll(/\/\*\*(.*?)\*\//gs)].map(([, words]) =>
    words
      .replace(/^\s*\*/gm, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

const TESTS = new Set(["test", "it", "describe"]);

/** Returns the names of the tests, groups and steps of a file. */
export function testNamesIn(path, text) {
  return namesIn(path, text).map(({ name }) => name);
}

/** Returns the names of the tests that no group surrounds, and of the outer groups. */
export function outerTestNamesIn(path, text) {
  return namesIn(path, text).flatMap(({ name, isOuter }) => (isOuter ? [name] : []));
}

function namesIn(path, text) {
  const found = [];
  const inside = new Set();
  walk(parse(path, text), (node) => {
    if (node.type !== "CallExpression" || !TESTS.has(rootOf(node.callee))) return;
    const name = nameIn(node.arguments[0]?.expression);
    if (name === undefined) return;
    found.push({ name, isOuter: !inside.has(node) });
    walk(node.arguments, (part) => inside.add(part));
  });
  return found;
}

/** Returns the text of a string, or of a template with {} for each expression. */
const nameIn = (node) =>
  node?.type === "StringLiteral" ? node.value : node?.quasis?.map((part) => part.cooked).join("{}");

/** Returns the name that a chain of calls and members starts with: `test.each([])` starts with `test`. */
function rootOf(node) {
  if (node?.type === "Identifier") return node.value;
  return node && rootOf(node.object ?? node.callee ?? node.tag);
}

/** Returns the comments of a file: after two slashes, on a line of their own or behind code, and in JSX. */
export function commentsIn(_path, text) {
  const lines = [...text.matchAll(/(?:^|[;,{}()[\]>"]) *\/\/ (.*)$/gm)].map(([, words]) => words);
  const jsx = [...text.matchAll(/\{\/\* (.*?) ?\*\/\}/gs)].map(([, words]) => words.replace(/\s+/g, " "));
  return [...lines, ...jsx];
}

/** Returns the block comments of a file. */
export function blockCommentsIn(_path, text) {
  return [...text.matchAll(/\/\*+(.*?)\*\//gs)].map(([, words]) =>
    words
      .replace(/^\s*\*/gm, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** Returns the lines of comments of a Prisma schema. */
export function schemaCommentsIn(_path, text) {
  return [...text.matchAll(/^\s*\/{2,3} (.*)$/gm)].map(([, words]) => words);
}

function allCommentsIn(path, text) {
  return [...blockCommentsIn(path, text), ...commentsIn(path, text)];
}

/** Returns the description of a package. */
export function descriptionIn(_path, text) {
  return [JSON.parse(text).description ?? ""];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checks, problems, counts } = checkWords();
  for (const line of problems) console.error(line);
  const sums = Object.entries(counts).map(([area, count]) => `${area} ${count}`);
  console.log(`${checks} texts. Hits: ${sums.join(", ")}.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
