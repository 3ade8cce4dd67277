// Writes the Prisma client to generated/prisma. Takes no network: Prisma only checks that an engine file exists.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");

/** Runs `prisma generate`; throws with its output when it fails. */
export function generate() {
  const run = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    generate();
    console.log("Wrote generated/prisma.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
