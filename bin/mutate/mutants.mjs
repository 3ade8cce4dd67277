// Finds the small faults that a test must notice, and writes a source in which each can be switched on.
import { parseSync } from "oxc-parser";

const SWAPPED = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "&&": "||",
  "||": "&&",
  "??": "&&",
};
const SWAPPED_ASSIGNMENTS = {
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "/=": "*=",
  "&&=": "||=",
  "||=": "&&=",
  "??=": "&&=",
};
const SWAPPED_METHODS = new Map(
  Object.entries({
    some: "every",
    every: "some",
    startsWith: "endsWith",
    endsWith: "startsWith",
    toUpperCase: "toLowerCase",
    toLowerCase: "toUpperCase",
    min: "max",
    max: "min",
    floor: "ceil",
    ceil: "floor",
    trimStart: "trimEnd",
    trimEnd: "trimStart",
  }),
);
/** Methods that can be removed because their result has the same type as the value they are called on. */
const LEFT_OUT = new Set([
  "filter",
  "slice",
  "sort",
  "toSorted",
  "reverse",
  "toReversed",
  "trim",
  "normalize",
  "substring",
]);
/** Types around an expression that has a value. */
const TRANSPARENT = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSInstantiationExpression",
]);
const LOOPS = new Set(["ForStatement", "WhileStatement", "DoWhileStatement", "ForOfStatement", "ForInStatement"]);
const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/**
 * Returns the mutants of a TypeScript source as {id, line, kind, before, after, atLoad}, and the code in which
 * `__mutant(id)` chooses between the two. Ids count up from `firstId`.
 */
export function mutate(path, source, firstId = 0) {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const edits = [];
  const mutants = [];
  const lineAt = linesOf(source);
  const add = (kind, node, after, atLoad = false) => {
    const id = firstId + mutants.length;
    mutants.push({ id, kind, atLoad, line: lineAt(node.start), before: source.slice(node.start, node.end), after });
    return id;
  };
  const replaceIn =
    (isModule) =>
    (kind, { start, end }, after) =>
      edits.push({ start, end, id: add(kind, { start, end }, after, isModule), after });
  const replacers = { now: replaceIn(true), later: replaceIn(false) };
  const insert = (at, text) => edits.push({ start: at, end: at, text });
  visit(program, { source, add, replacers, replace: replacers.now, insert, isModule: true });
  return { mutants, code: render(source, edits, 0, source.length) };
}

/** Returns a source without mutants, with code that records what its module keeps between calls. */
export function withMemories(path, source) {
  const { program } = parseSync(path, source);
  const edits = [];
  const context = { source, insert: (at, text) => edits.push({ start: at, end: at, text }) };
  const look = (node) => {
    if (Array.isArray(node)) for (const one of node) look(one);
    else if (node && typeof node.type === "string") {
      keepCollection(node, context);
      for (const child of Object.values(node)) if (child && typeof child === "object") look(child);
    }
  };
  look(program);
  keepVariables(program, context);
  return render(source, edits, 0, source.length);
}

function linesOf(source) {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = 0;
    while (line < starts.length && starts[line] <= offset) line += 1;
    return line;
  };
}

/** The source between two offsets with its edits; of several on one expression each wraps the next. */
function render(source, edits, from, to) {
  const inside = edits.filter(({ start, end }) => start >= from && end <= to);
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = "";
  let at = from;
  while (inside.length > 0) {
    const first = inside.shift();
    if (first.start < at) continue;
    text += source.slice(at, first.start);
    at = first.end;
    if (first.text !== undefined) {
      text += first.text;
      continue;
    }
    const rest = [];
    while (inside.length > 0 && inside[0].end <= first.end && inside[0].start < first.end) rest.push(inside.shift());
    text += `(__mutant(${first.id})?(${first.after}):(${render(source, rest, first.start, first.end)}))`;
  }
  return text + source.slice(at, to);
}

/** Visits a node and its children. `context` says what may be wrapped here. */
function visit(node, context) {
  if (!node || typeof node.type !== "string") return;
  if (node.type.startsWith("TS") && !TRANSPARENT.has(node.type)) return;
  if (node.type === "ImportDeclaration" || node.directive) return;
  const { source } = context;
  MUTATORS[node.type]?.(node, context, source);
  if (LOOPS.has(node.type)) mutateLoop(node, context);
  if (FUNCTIONS.has(node.type)) mutateFunction(node, context);
  keepCollection(node, context);
  if (node.type === "Program") keepVariables(node, context);
  for (const [key, child] of Object.entries(node)) {
    if (isName(node, key)) continue;
    const inner = innerContext(node, key, context);
    if (Array.isArray(child)) for (const one of child) visit(one, inner);
    else if (child && typeof child === "object") visit(child, inner);
  }
}

const NAMES = {
  ExportNamedDeclaration: ["source", "specifiers", "attributes"],
  ExportAllDeclaration: ["source", "exported"],
  ImportExpression: ["source"],
  Property: ["key"],
  PropertyDefinition: ["key"],
  MethodDefinition: ["key"],
  TaggedTemplateExpression: ["quasi"],
  JSXAttribute: ["name", "value"],
};
const isName = (node, key) => (NAMES[node.type]?.includes(key) && !node.computed) || key === "typeAnnotation";

const PATH_OF_CHAIN = new Set(["callee", "object", "expression"]);

function innerContext(node, key, context) {
  const isLater = FUNCTIONS.has(node.type) || node.type === "ClassBody";
  const isModule = context.isModule && !isLater;
  return {
    ...context,
    isModule,
    replace: isModule ? context.replacers.now : context.replacers.later,
    inChain: node.type === "ChainExpression" || (context.inChain && PATH_OF_CHAIN.has(key)),
    isTarget:
      (node.type === "AssignmentExpression" && key === "left") ||
      (node.type === "CallExpression" && key === "callee") ||
      node.type === "UpdateExpression" ||
      (node.type === "UnaryExpression" && node.operator === "delete"),
  };
}

/** The position of the operator between its sides, where there can also be comments and brackets. */
function withOperator(source, node, operator) {
  const between = source.slice(node.left.end, node.right.start);
  const at = node.left.end + between.lastIndexOf(node.operator);
  const [left, right] = [source.slice(node.start, at), source.slice(at + node.operator.length, node.end)];
  return node.type === "AssignmentExpression"
    ? left + operator + right
    : `(${left.trim()}) ${operator} (${right.trim()})`;
}
const isText = ({ type, value }) => type === "TemplateLiteral" || (type === "Literal" && typeof value === "string");

const MUTATORS = {
  BinaryExpression(node, { replace }, source) {
    const swapped = SWAPPED[node.operator];
    if (!swapped || (node.operator === "+" && (isText(node.left) || isText(node.right)))) return;
    replace("operator", node, withOperator(source, node, swapped));
  },
  LogicalExpression(node, { replace }, source) {
    replace("logic", node, withOperator(source, node, SWAPPED[node.operator]));
  },
  AssignmentExpression(node, { replace }, source) {
    const swapped = SWAPPED_ASSIGNMENTS[node.operator];
    if (swapped) replace("assignment", node, withOperator(source, node, swapped));
  },
  UpdateExpression(node, { replace }, source) {
    const text = source.slice(node.start, node.end);
    replace("assignment", node, text.replace(node.operator, node.operator === "++" ? "--" : "++"));
  },
  UnaryExpression(node, { replace }, source) {
    if (node.operator !== "!" && node.operator !== "-") return;
    replace("unary", node, source.slice(node.argument.start, node.argument.end));
  },
  Literal(node, { replace, isTarget }) {
    if (isTarget) return;
    if (typeof node.value === "boolean") replace("boolean", node, String(!node.value));
    if (typeof node.value === "string") replace("text", node, node.value === "" ? '"mutant"' : '""');
  },
  TemplateLiteral(node, { replace }) {
    replace("text", node, '""');
  },
  ArrayExpression(node, { replace }) {
    if (node.elements.length > 0) replace("list", node, "[]");
  },
  ObjectExpression(node, { replace }) {
    if (node.properties.length > 0) replace("object", node, "{}");
  },
  ConditionalExpression: ({ test }, context) => mutateTest(test, context),
  IfStatement: ({ test }, context) => mutateTest(test, context),
  ChainExpression(node, { replace }, source) {
    for (const at of chainLinks(node.expression)) {
      const link = source.indexOf("?.", at);
      const rest = source.slice(link + 2, node.end);
      const isCall = rest.startsWith("(") || rest.startsWith("[");
      replace("chain", node, `${source.slice(node.start, link)}${isCall ? "" : "."}${rest}`);
    }
  },
  CallExpression(node, { replace, inChain, isTarget }, source) {
    const { callee } = node;
    if (inChain || isTarget || callee.type !== "MemberExpression" || callee.computed) return;
    const { name } = callee.property;
    const swapped = SWAPPED_METHODS.get(name);
    const end = source.slice(callee.property.end, node.end);
    if (swapped) replace("method", node, source.slice(node.start, callee.property.start) + swapped + end);
    if (LEFT_OUT.has(name)) replace("method", node, source.slice(callee.object.start, callee.object.end));
  },
  ExpressionStatement({ expression, directive }, { replace }) {
    const kept = expression.type === "AwaitExpression" ? expression.argument : expression;
    if (!directive && kept.type === "CallExpression" && kept.callee.type !== "Super")
      replace("call", expression, "undefined");
  },
  ReturnStatement({ argument }, { replace }) {
    if (argument && argument.type !== "Literal") replace("return", argument, "undefined");
  },
};

function mutateTest(test, { replace }) {
  if (test.type === "Literal") return;
  replace("condition", test, "true");
  replace("condition", test, "false");
}

/** The ends of the expressions before each `?.` of a chain. */
function chainLinks(node) {
  if (node.type === "MemberExpression")
    return [...chainLinks(node.object), ...(node.optional ? [node.object.end] : [])];
  if (node.type === "CallExpression") return [...chainLinks(node.callee), ...(node.optional ? [node.callee.end] : [])];
  return TRANSPARENT.has(node.type) && node.expression ? chainLinks(node.expression) : [];
}

/** A loop without its end must still end: `__turn` throws after too many turns. */
function mutateLoop({ type, body, test }, { replace, insert, add }) {
  if (test && type !== "DoWhileStatement") replace("condition", test, "false");
  if (body.type !== "BlockStatement") return;
  const isOf = type === "ForOfStatement" || type === "ForInStatement";
  const id = isOf ? add("loop", body, "{}") : null;
  insert(body.start + 1, `__turn();${id === null ? "" : `if(__mutant(${id}))continue;`}`);
}

function mutateFunction({ body, expression }, { replace }) {
  if (body && expression && body.type !== "Literal") replace("return", body, "undefined");
}

/** Resets the state of a module between mutants: a remembered result hides a fault or invents one. */
function keepCollection(node, { insert }) {
  if (
    node.type === "NewExpression" &&
    node.arguments.length === 0 &&
    /^(Map|Set|WeakMap|WeakSet)$/.test(node.callee.name)
  ) {
    insert(node.start, "__kept(");
    insert(node.end, ")");
  }
}

function keepVariables(node, { insert, source }) {
  for (const statement of node.body) {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type !== "VariableDeclaration" || declared.kind !== "let") continue;
    const resets = declared.declarations.map(
      ({ id, init }) => `${id.name}=${init ? source.slice(init.start, init.end) : "undefined"};`,
    );
    insert(node.end, `\n__kept(()=>{${resets.join("")}});`);
  }
}
