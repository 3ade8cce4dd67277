// Stylesheets: each class is rendered, each stylesheet is imported, and few class names are global.
import "./check-node.mjs";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postcss from "postcss";
import { parse, sources, walk } from "./check-house.mjs";
import { root } from "./run.mjs";

const MOST_GLOBAL = 80;
const MOST_LINES = 400;
const SHORTEST_NAME = 3;
/** Abbreviations of words that should be written out. */
const ABBREVIATIONS = new Set(
  "acts attr bkg btn btns cnt col cols cont ctn desc dlg err fld hdr hdg img lbl lst msg nav num opt pos prev sec sel sep txt val wrp".split(
    " ",
  ),
);
/** Class names that libraries render: the editor, the icons, the toasts. */
const OF_LIBRARIES =
  /^(lucide$|ProseMirror|tiptap|collaboration-|is-empty$|is-editor-|tableWrapper$|selectedCell$|column-resize|resize-cursor$)/;
const SOURCE = /^(app|components|lib)\/.*\.tsx?$/;
/** Imports all modules of components/ui, only for their order. */
const UI_SHEET = "components/ui/ui-sheet.ts";

/**
 * Returns {checks, problems, globals}: the number of stylesheets checked, one line per violation, and the global class
 * names.
 */
export function checkStyles() {
  const read = (path) => ({ path, text: readFileSync(join(root, path), "utf8") });
  const files = sources().filter((path) => SOURCE.test(path) && !/\.test\.tsx?$/.test(path));
  const sheets = sources(/\.css$/).map(read);
  const { problems, globals } = styleProblems(files.map(read), sheets);
  for (const { path, text } of sheets) {
    const lines = text.split("\n").length - 1;
    if (lines > MOST_LINES) problems.push(`${path}: ${lines} lines. The most is ${MOST_LINES}`);
  }
  if (globals.size > MOST_GLOBAL) problems.push(`${globals.size} class names are global. The limit is ${MOST_GLOBAL}`);
  return { checks: sheets.length, problems: sheets.length === 0 ? ["no stylesheet was checked"] : problems, globals };
}

/** Returns the violations in sources and stylesheets, each {path, text}, and the class names that are global. */
export function styleProblems(sources, stylesheets) {
  const files = sources.map((file) => ({ ...file, ...namesIn(file) }));
  const sheets = stylesheets.map((sheet) => ({ ...sheet, ...classesOf(sheet) }));
  const isModule = ({ path }) => path.endsWith(".module.css");
  const globals = new Set(sheets.filter((sheet) => !isModule(sheet)).flatMap(({ classes }) => [...classes]));
  const rendered = new Set(files.flatMap((file) => [...file.rendered]));
  const problems = [
    ...sheets.filter(isModule).flatMap((sheet) => moduleProblems(sheet, files, globals)),
    ...files.flatMap(missingProblems(sheets)),
    ...files.flatMap(({ path, selectors }) =>
      selectors.map((name) => `${path}: a selector contains ${name}. Use a ref or an attribute.`),
    ),
    ...importProblems(sheets, files),
    ...orderProblems(sheets, files),
    ...[...globals]
      .filter((name) => !rendered.has(name) && !OF_LIBRARIES.test(name))
      .map((name) => `.${name} is a global class that nothing renders`),
    ...files.flatMap(({ path, rendered }) =>
      [...rendered]
        .filter((name) => !globals.has(name) && !OF_LIBRARIES.test(name))
        .map((name) => `${path}: "${name}" isn't a global class. Use a class of a module.`),
    ),
  ];
  return { problems, globals };
}

/** Returns the classes that a stylesheet defines itself, the global ones it uses, and the stylesheets it imports. */
function classesOf({ path, text }) {
  const classes = new Set();
  const borrowed = new Set();
  const imported = [];
  const tree = postcss.parse(text, { from: path });
  tree.walkAtRules("import", ({ params }) => {
    const [, to] = /^"(\.[^"]+)"/.exec(params) ?? [];
    if (to) imported.push(join(dirname(path), to));
  });
  tree.walkRules(({ selector, parent }) => {
    if (parent?.type === "atrule" && /keyframes$/.test(parent.name)) return;
    const own = selector.replace(/:global\(((?:[^()]|\([^()]*\))*)\)/g, (_, inner) => {
      for (const name of namesOf(inner)) borrowed.add(name);
      return "";
    });
    for (const name of namesOf(own)) classes.add(name);
  });
  return { classes, borrowed, imported };
}

const namesOf = (selector) => {
  const bare = selector.replace(/"[^"]*"|'[^']*'/g, "");
  return [...bare.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name);
};

/**
 * Returns the global classes that a file renders, by stylesheet the names that it uses from each imported module, the
 * modules that it imports without a name, and the classes of modules in its selectors.
 */
function namesIn({ path, text }) {
  const rendered = new Set();
  const taken = new Map();
  const ordered = new Set();
  const selectors = [];
  const local = new Map();
  const sheets = [...text.matchAll(/import (?:(\w+) from )?"([^"]+\.css)"/g)];
  for (const [, name, from] of sheets) {
    const sheet = from.startsWith(".") ? join(dirname(path), from) : from.replace(/^#/, "");
    if (!name && sheet.endsWith(".module.css")) {
      ordered.add(sheet);
      continue;
    }
    taken.set(sheet, new Set());
    if (name) local.set(name, taken.get(sheet));
  }
  walk(parse(path, text), (node) => {
    for (const name of classesFrom(classValueOf(node))) rendered.add(name);
    if (node.type === "TemplateLiteral" && node.expressions) selectors.push(...selectorsIn(node, local));
    if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return;
    const names = local.get(node.object.value);
    if (!names) return;
    const { property } = node;
    if (property.type === "Identifier") names.add(property.value);
    else if (property.expression?.type === "StringLiteral") names.add(property.expression.value);
    else names.add("*");
  });
  return { rendered, taken, ordered, selectors };
}

/** Returns the classes of modules that follow a dot in a template, as in a selector. */
const selectorsIn = ({ quasis, expressions }, local) =>
  expressions.flatMap(({ object, property }, at) =>
    quasis[at].cooked.endsWith(".") && local.has(object?.value) ? [`${object.value}.${property.value}`] : [],
  );

const IS_CLASS = /^(class|(\w+C|c)lassName)$/;

/** Returns the value of an attribute, a field, an argument of `cx` or an assignment that contains class names. */
function classValueOf(node) {
  if (node.type === "JSXAttribute" && IS_CLASS.test(node.name.value)) return node.value;
  if (node.type === "KeyValueProperty" && IS_CLASS.test(node.key.value)) return node.value;
  if (node.type === "CallExpression" && node.callee.value === "cx") return node.arguments;
  if (node.type === "AssignmentExpression" && node.left.property?.value === "className") return node.right;
  return null;
}

/** Returns the class names in a value that are text. What is compared, and what other functions get, isn't a name. */
function classesFrom(node) {
  if (Array.isArray(node)) return node.flatMap(classesFrom);
  if (node?.type === "StringLiteral") return node.value.split(/\s+/).filter(Boolean);
  if (node?.type === "ConditionalExpression") return classesFrom([node.consequent, node.alternate]);
  if (node?.type === "BinaryExpression" && /^(&&|\|\||\?\?)$/.test(node.operator)) return classesFrom(node.right);
  return node?.expression ? classesFrom(node.expression) : [];
}

function moduleProblems({ path, classes, borrowed }, files, globals) {
  const takers = files.filter((file) => file.taken.has(path));
  const used = new Set(takers.flatMap((file) => [...file.taken.get(path)]));
  const dead = used.has("*") ? [] : [...classes].filter((name) => !used.has(name));
  const unknown = [...borrowed].filter((name) => !globals.has(name) && !OF_LIBRARIES.test(name));
  const unclear = [...classes].filter((name) => name.length < SHORTEST_NAME || ABBREVIATIONS.has(name));
  return [
    ...unclear.map((name) => `${path}: .${name} doesn't name what it styles. Write out the word.`),
    ...dead.map((name) => `${path}: .${name} is a class that nothing renders`),
    ...unknown.map((name) => `${path}: :global(.${name}) isn't a global class`),
  ];
}

const missingProblems = (sheets) => (file) =>
  [...file.taken].flatMap(([path, names]) => {
    const sheet = sheets.find((one) => one.path === path);
    if (!sheet || !path.endsWith(".module.css")) return [];
    return [...names]
      .filter((name) => name !== "*" && !sheet.classes.has(name))
      .map((name) => `${file.path}: ${path} has no class .${name}`);
  });

function importProblems(sheets, files) {
  const imported = new Set([
    ...files.flatMap(({ taken }) => [...taken.keys()]),
    ...sheets.flatMap((sheet) => sheet.imported),
  ]);
  return sheets.filter(({ path }) => !imported.has(path)).map(({ path }) => `${path}: nothing imports this stylesheet`);
}

function orderProblems(sheets, files) {
  const ordered = files.find(({ path }) => path === UI_SHEET)?.ordered ?? new Set();
  return sheets
    .filter(({ path }) => /^components\/ui\/.*\.module\.css$/.test(path) && !ordered.has(path))
    .map(({ path }) => `${path}: ${UI_SHEET} lacks this stylesheet`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checks, problems, globals } = checkStyles();
  for (const problem of problems) console.error(problem);
  console.log(`${checks} stylesheets, ${globals.size} global class names, ${problems.length} breaches.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
