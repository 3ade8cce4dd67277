// The layer law (.dependency-cruiser.cjs): who may import whom. Fails on a breach, on a cycle, and when nothing was looked at.
import "./check-node.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "./run.mjs";

const FLOORS = ["app", "components", "importers", "lib", "server", "cli", "prisma", "e2e", "bench"];

/** Answers {modules, problems}: the number of modules of ours that were looked at, and a line per breach. */
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
  const empty = ours.length === 0 ? ["no module was looked at"] : [];
  return { modules: ours.length, problems: [...new Set([...empty, ...unresolved, ...breaches])] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, problems } = await checkLayers();
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0
      ? `The layer law holds in ${modules} modules.`
      : `${problems.length} breaches of the layer law.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
