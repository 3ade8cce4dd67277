// Writes the code that isn't in the repository: the Prisma client and the patched binding of the editor.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { patchBinding } from "./patch-binding.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");

/**
 * Writes the Prisma client to generated/prisma. Takes no network: Prisma only checks that an engine file exists.
 * Throws with its output when it fails.
 */
export function generateClient() {
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
    generateClient();
    patchBinding();
    console.log("Wrote generated/prisma and vendor/y-tiptap/dist.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
