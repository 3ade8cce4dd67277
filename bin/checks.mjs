// What is checked before anything runs: format and lint, types, layers, dead code, project rules, lists of tools, sizes, styles, words,
// subjects of commits.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCommits } from "./check-commits.mjs";
import { checkHouse } from "./check-house.mjs";
import { checkLayers } from "./check-layers.mjs";
import { checkSizes } from "./check-sizes.mjs";
import { checkStyles } from "./check-styles.mjs";
import { checkWords } from "./check-words.mjs";
import { checkTools } from "./list-tools.mjs";
import { root, runNode } from "./run.mjs";

/** The script of a package's command. */
export function commandOf(packageName, command = packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

const tool = (script, args) => async () => {
  const { code, output } = await runNode(script, args, { capture: true });
  return { ok: code === 0, report: code === 0 ? "" : output };
};

const listing = (check) => async () => {
  const { problems, skipped } = await check();
  return { ok: problems.length === 0, report: problems.join("\n"), skipped };
};

/** The checks in order. Each returns {ok, report}, and `skipped` with the reason if there was nothing to check. */
export const CHECKS = [
  { name: "format and lint", run: tool(commandOf("@biomejs/biome", "biome"), ["check", "--error-on-warnings", "."]) },
  { name: "types", run: tool(commandOf("typescript", "tsc"), ["--noEmit"]) },
  { name: "layers", run: listing(checkLayers) },
  { name: "dead code", run: tool(commandOf("knip"), ["--no-progress"]) },
  { name: "house", run: listing(checkHouse) },
  { name: "lists of tools", run: listing(checkTools) },
  { name: "sizes", run: listing(checkSizes) },
  { name: "styles", run: listing(checkStyles) },
  { name: "words", run: listing(checkWords) },
  { name: "commits", run: listing(checkCommits) },
];

/** Runs all of them, prints the result of each, and returns {passed, failed}. */
export async function runChecks(say = console.log) {
  const counts = { passed: 0, failed: 0 };
  for (const { name, run } of CHECKS) {
    const started = performance.now();
    const { ok, report, skipped } = await run();
    counts[ok ? "passed" : "failed"] += 1;
    say(
      `${ok ? "ok    " : "FAILED"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)${skipped ? `: skipped, ${skipped}` : ""}`,
    );
    if (!ok) say(report.trimEnd());
  }
  return counts;
}
