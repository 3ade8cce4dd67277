// The tests of the server, on sources in which each mutant can be switched on.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { mutantsPlugin, root } from "./plugin.mjs";

export default defineConfig({
  plugins: [mutantsPlugin()],
  test: {
    root,
    include: ["server/**/*.test.ts"],
    environment: "node",
    globalSetup: ["server/testing/global-setup.ts"],
    setupFiles: [fileURLToPath(new URL("switch.mjs", import.meta.url))],
    server: { deps: { external: [/\/vendor\//] } },
    pool: "forks",
    maxWorkers: 1,
    // The code of a source changes with the plan.
    fsModuleCache: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    bail: 1,
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    restoreMocks: true,
  },
});
