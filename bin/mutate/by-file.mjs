// Mutants of the server: their tests write to a database, so each mutant has its own run of the test files that reach it.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { createVitest } from "vitest/node";

/** A mutant has survived if this many of its nearest test files do not notice it. */
const MOST_FILES = 4;
const QUIET = { onInit() {} };

/** Sets the result of each mutant. `filters` are the folders whose tests run. */
export async function runByFile(files, filters, { root, reachedFile, say }) {
  Object.assign(process.env, { MUTATE_REACHED: reachedFile, MUTATE_ACTIVE: "-1" });
  writeFileSync(reachedFile, "");
  const vitest = await createVitest("test", {
    config: `${root}bin/mutate/server.config.mjs`,
    ...{ root, watch: false, run: true, reporters: [QUIET] },
  });
  try {
    const all = await vitest.globTestSpecifications(filters);
    if (all.length === 0) throw new Error(`There is no test in ${filters.join(", ")}`);
    if (!(await passes(vitest, all))) throw new Error("The tests fail without a mutant");
    const reaching = readReached(reachedFile);
    for (const { path, mutants } of files) {
      const near = (spec) => (relative(root, spec.moduleId).startsWith(`${dirname(path)}/`) ? 0 : 1);
      for (const mutant of mutants) {
        if (mutant.status || mutant.aside) continue;
        const specs = all.filter(({ moduleId }) => reaching.get(moduleId)?.has(mutant.id));
        const nearest = specs.sort((a, b) => near(a) - near(b)).slice(0, MOST_FILES);
        process.env.MUTATE_ACTIVE = String(mutant.id);
        if (mutant.atLoad) mutant.status = "at load";
        else if (nearest.length === 0) mutant.status = "no coverage";
        else mutant.status = (await passes(vitest, nearest)) ? "survived" : "killed";
      }
      say(path);
    }
  } finally {
    await vitest.close();
  }
}

async function passes(vitest, specs) {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specs, false);
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}

function readReached(path) {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { testPath, reached } = JSON.parse(line);
      return [testPath, new Set(reached)];
    }),
  );
}
