// Checks which layers may import which (.dependency-cruiser.cjs), that no folders import each other in a circle, that
// subfolders import in the order of docs/architecture.md, and that pages without a text load no editor. Also fails if no
// file was checked.
import "./check-node.mjs";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "./run.mjs";

const FLOORS = ["app", "components", "importers", "lib", "server", "cli", "prisma", "e2e", "bench", "training"];

/** Returns {modules, problems}: the number of our modules that were checked, and one line per violation. */
export async function checkLayers() {
  process.chdir(root);
  const options = await extractConfig(join(root, ".dependency-cruiser.cjs"));
  const folders = FLOORS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, options, undefined, {
    tsConfig: extractTSConfig(join(root, "tsconfig.json")),
  });
  const { modules, summary } = output;
  const ours = modules.filter((module) => folders.some((folder) => module.source.startsWith(`${folder}/`)));
  const unresolved = ours.flatMap((module) =>
    module.dependencies
      .filter((dependency) => dependency.couldNotResolve && /^[.#]/.test(dependency.module))
      .map((dependency) => `cannot resolve: ${module.source} -> ${dependency.module}`),
  );
  const breaches = summary.violations.map((violation) => {
    const path = violation.cycle ? violation.cycle.map((step) => step.name ?? step).join(" -> ") : violation.to;
    return `${violation.rule.name}: ${violation.from} -> ${path}`;
  });
  const circles = [...roomCircles(ours), ...folderCircles(ours)].map(
    (folders) => `folders import each other in a circle: ${folders.join(", ")}`,
  );
  const orders = ordersIn(readFileSync(join(root, "docs/architecture.md"), "utf8"));
  const empty = ours.length === 0 || orders.size === 0 ? ["no module or no order was checked"] : [];
  const problems = [
    ...empty,
    ...unresolved,
    ...breaches,
    ...circles,
    ...orderProblems(ours, orders),
    ...editorProblems(ours),
  ];
  return { modules: ours.length, problems: [...new Set(problems)] };
}

const TEST = /\.(test|spec)\.tsx?$|(^|\/)testing\//;
/** Areas without folders for nouns: the area itself is the folder that counts. */
const FLAT = /^(importers\/[^/.]+|lib\/(document|contract|story)|server\/(jobs|http|main)|components\/ui)\//;

/** A stylesheet imports no module, so it closes no circle. */
const isMeasured = (path) =>
  !TEST.test(path) && !path.endsWith(".css") && /^(lib|importers|server|components)\//.test(path);
/** The folder that a module counts for: layer/area/noun, or layer/area if the area has no nouns. */
const roomOf = (path) => FLAT.exec(path)?.[1] ?? path.split("/").slice(0, 3).join("/");

/** Returns each group of folders whose imports (types too) form a circle, by name. */
export const roomCircles = (modules) => circlesBetween(modules, roomOf);

/** Returns the same for all folders, however deep. What lies in a subfolder isn't in the folder above. */
export const folderCircles = (modules) => circlesBetween(modules, dirname);

function circlesBetween(modules, groupOf) {
  const seen = new Map();
  for (const { source, dependencies } of modules) {
    if (!isMeasured(source)) continue;
    const group = groupOf(source);
    const links = seen.get(group) ?? seen.set(group, new Set()).get(group);
    for (const { resolved } of dependencies) {
      if (isMeasured(resolved) && groupOf(resolved) !== group) links.add(groupOf(resolved));
    }
  }
  const reach = new Map([...seen.keys()].map((group) => [group, reachable(group, seen)]));
  const circles = new Map();
  for (const group of seen.keys()) {
    const circle = [...reach.get(group)].filter((other) => reach.get(other)?.has(group)).sort();
    if (circle.length > 0) circles.set(circle.join(" "), circle);
  }
  return [...circles.values()];
}

function reachable(group, links) {
  const found = new Set();
  const open = [group];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of links.get(next) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

/** Returns the documented orders of subfolders, `folder  one < two, three`: each folder with the level of its parts. */
export function ordersIn(text) {
  const rows = [...text.matchAll(/^([a-z-]+(?:\/[a-z-]+)+) +(\S+(?:(?: <|,) \S+)+)$/gm)];
  return new Map(
    rows.map(([, folder, order]) => [
      folder,
      new Map(order.split(" < ").flatMap((names, level) => names.split(", ").map((name) => [name, level]))),
    ]),
  );
}

/** Returns one line per import that isn't from a part on the left, and per part that the order lacks. */
export function orderProblems(modules, orders) {
  const found = [];
  for (const [folder, levels] of orders) {
    const partOf = (path) => {
      const [part, ...rest] = path.slice(folder.length + 1).split("/");
      return rest.length > 0 ? part : "root";
    };
    for (const { source, dependencies } of modules) {
      if (!isMeasured(source) || !source.startsWith(`${folder}/`)) continue;
      const part = partOf(source);
      if (!levels.has(part)) found.push(`the order of ${folder} in docs/architecture.md lacks ${part}`);
      for (const { resolved } of dependencies) {
        if (!isMeasured(resolved) || !resolved.startsWith(`${folder}/`) || partOf(resolved) === part) continue;
        if (!(levels.get(partOf(resolved)) < levels.get(part)))
          found.push(`against the order of ${folder} in docs/architecture.md: ${source} -> ${resolved}`);
      }
    }
  }
  return [...new Set(found)];
}

/** The frame of every page, and pages without a text. */
const WITHOUT_EDITOR = /^components\/screens\/(shell|my-work|inbox|actions|incidents|timeline|settings)\//;
const EDITOR = /(^|\/)node_modules\/(@hocuspocus|@tiptap|prosemirror-[\w-]+|yjs|y-[\w-]+)\//;

/** Returns one line per file of a page without a text that loads a package of the editor at once, with the importer. */
export function editorProblems(modules) {
  const links = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies.filter(({ dynamic, dependencyTypes = [] }) => !dynamic && !dependencyTypes.includes("type-only")),
    ]),
  );
  const loaded = new Map([...links].map(([source, found]) => [source, new Set(found.map(({ resolved }) => resolved))]));
  return [...links.keys()]
    .filter((source) => WITHOUT_EDITOR.test(source) && !TEST.test(source))
    .flatMap((source) =>
      [source, ...reachable(source, loaded)].flatMap((path) =>
        (links.get(path) ?? [])
          .filter(({ resolved }) => EDITOR.test(resolved))
          .map(({ module }) => `${source} loads ${module} by ${path}. Import it when it is needed.`),
      ),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, problems } = await checkLayers();
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0
      ? `Layer rules hold in ${modules} modules.`
      : `${problems.length} breaches of the layer rules.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
