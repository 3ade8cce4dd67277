// The tests of lib/ in one process, on sources in which each mutant can be switched on.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { mutantsPlugin, plan, root } from "./plugin.mjs";

const { near } = plan();

/** Tests of the folders that are mutated come first: they notice the most in the least time. */
class NearestFirst extends BaseSequencer {
  async sort(files) {
    const rank = ({ moduleId }) => (near.some((folder) => relative(root, moduleId).startsWith(folder)) ? 0 : 1);
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig({
  plugins: [mutantsPlugin()],
  test: {
    root,
    include: ["lib/**/*.test.{ts,tsx}"],
    environment: "node",
    server: { deps: { external: [/\/vendor\//] } },
    pool: "forks",
    maxWorkers: 1,
    fileParallelism: false,
    isolate: false,
    // The code of a source changes with the plan.
    fsModuleCache: false,
    runner: fileURLToPath(new URL("runner.mjs", import.meta.url)),
    sequence: { sequencer: NearestFirst },
    testTimeout: 3_600_000,
    // A mutant's error can come up in a timer or an event, after its test.
    dangerouslyIgnoreUnhandledErrors: true,
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    restoreMocks: true,
  },
});
