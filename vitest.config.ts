import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  test: {
    root,
    // One more than cores: much of the time goes to waiting for PostgreSQL, sockets and child processes.
    maxWorkers: availableParallelism() + 1,
    // Rows and query plans die young. A larger first space saves a tenth of the time.
    execArgv: ["--max-semi-space-size=64"],
    // A package like those in node_modules: one copy for our code and for the editor extensions.
    server: { deps: { external: [/\/vendor\//] } },
    // Timeouts are generous: a machine can be busy with other work. Files of a worker share one loaded copy of the
    // code. Those of the server share one PostgreSQL that is made for the run.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{lib,importers,components,training}/**/*.test.{ts,tsx}", "bin/*.test.mjs"],
          environment: "node",
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["{server,cli,app,bench,prisma}/**/*.test.{ts,tsx}"],
          environment: "node",
          globalSetup: ["server/testing/global-setup.ts"],
          setupFiles: ["server/testing/fresh-file.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    restoreMocks: true,
  },
});
