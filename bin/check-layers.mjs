// Who may import whom (.dependency-cruiser.cjs), and that no folders import in a circle. Fails too when nothing was looked at.
import "./check-node.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "./run.mjs";

const FLOORS = ["app", "components", "importers", "lib", "server", "cli", "prisma", "e2e", "bench", "training"];

/** Returns {modules, problems}: the number of modules of ours that were looked at, and a line per breach. */
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
  const circles = roomCircles(ours).map((rooms) => `folders import each other in a circle: ${rooms.join(", ")}`);
  const empty = ours.length === 0 ? ["no module was looked at"] : [];
  return { modules: ours.length, problems: [...new Set([...empty, ...unresolved, ...breaches, ...circles])] };
}

const TEST = /\.(test|spec)\.tsx?$|(^|\/)testing\//;
/** Areas without nouns below them: the area itself is the room. */
const FLAT = /^(importers\/[^/.]+|lib\/(document|contract|story)|server\/(jobs|http|main)|components\/ui)\//;

/** The room of a module: layer/area/noun, layer/area where an area has no nouns, or null outside the four layers. */
function roomOf(path) {
  if (TEST.test(path) || !/^(lib|importers|server|components)\//.test(path)) return null;
  return FLAT.exec(path)?.[1] ?? path.split("/").slice(0, 3).join("/");
}

/** Returns each group of rooms whose imports (types too) lead back to where they started, by name. */
export function roomCircles(modules) {
  const seen = new Map();
  for (const { source, dependencies } of modules) {
    const room = roomOf(source);
    if (room === null) continue;
    const links = seen.get(room) ?? seen.set(room, new Set()).get(room);
    for (const { resolved } of dependencies) {
      const other = roomOf(resolved);
      if (other !== null && other !== room) links.add(other);
    }
  }
  const reach = new Map([...seen.keys()].map((room) => [room, reachable(room, seen)]));
  const groups = new Map();
  for (const room of seen.keys()) {
    const circle = [...reach.get(room)].filter((other) => reach.get(other)?.has(room)).sort();
    if (circle.length > 0) groups.set(circle.join(" "), circle);
  }
  return [...groups.values()];
}

function reachable(room, links) {
  const found = new Set();
  const open = [room];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of links.get(next) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
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
