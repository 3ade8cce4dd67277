import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  test: {
    root,
    // One worker for each core: much of the time goes to waiting for PostgreSQL, sockets and child processes.
    maxWorkers: availableParallelism(),
    // A package like those in node_modules: one copy for our code and for the editor extensions.
    server: { deps: { external: [/\/vendor\//] } },
    // Timeouts are generous: a machine can be busy with other work. Pure rules and readers need nothing and keep
    // nothing, so they share one loaded copy of the code. The others
    // share one PostgreSQL that is made for the run.
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{lib,importers,components,training}/**/*.test.{ts,tsx}", "bin/*.test.mjs"],
          environment: "node",
          isolate: false,
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
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    restoreMocks: true,
  },
});
