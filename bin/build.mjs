// Builds what is out of date: the generated code, the pages, the server and the command line.
import "./check-node.mjs";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { buildCli } from "./build-cli.mjs";
import { withBuildLock } from "./build-lock.mjs";
import { compressFiles } from "./compress.mjs";
import { generateClient } from "./generate.mjs";
import { BINDING, patchBinding } from "./patch-binding.mjs";
import { root, runNode } from "./run.mjs";
import { isFresh, whenStale } from "./stamp.mjs";

const require = createRequire(import.meta.url);
const COMMON = ["package.json", "package-lock.json", "tsconfig.json", "bin/build.mjs", "bin/compress.mjs"];

const CLIENT = { reads: ["prisma/schema", "package-lock.json"], writes: "generated/prisma/client.ts" };

/** The code that isn't in the repository: the Prisma client and the patched binding of the editor. */
async function generateCode() {
  await whenStale("client", CLIENT, generateClient);
  await whenStale("binding", BINDING, patchBinding);
}

const isGenerated = () => isFresh("client", CLIENT) && isFresh("binding", BINDING);

const CODE = ["importers", "lib", "server", "prisma"];
const PAGES = {
  reads: [...COMMON, ...CODE, "app", "components", "public", "vendor", "next.config.js"],
  writes: ".next/BUILD_ID",
};

/** The pages, by Next. */
const buildPages = (say) =>
  whenStale("pages", PAGES, async () => {
    say("Building the pages. This is needed once per version and takes a minute or two.");
    const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const { code, output } = await runNode(require.resolve("next/dist/bin/next"), ["build"], { env, capture: true });
    if (code !== 0) throw new Error(`The pages could not be built:\n${output}`);
    await compressFiles(join(root, ".next/static"));
  });

const bundle = (options) =>
  esbuild({
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
    ...options,
  });

const SERVER = { reads: [...COMMON, ...CODE], writes: "dist/server.js" };
const buildServer = () =>
  whenStale("server", SERVER, () =>
    bundle({ entryPoints: { server: "server/main.ts", worker: "server/worker.ts" }, outdir: "dist" }),
  );

/** The code of the server and the pages as Node has compiled it. */
export const COMPILED = join(root, "dist/compiled");

const isBuilt = () => isGenerated() && isFresh("server", SERVER) && isFresh("pages", PAGES);

/**
 * Builds everything that `npm start` needs. `say` receives lines for a person who is waiting. If everything is up to
 * date it waits for no one and writes nothing, so a user who can only read this folder can start the server.
 */
export async function buildAll(say = () => undefined) {
  if (isBuilt()) return;
  await withBuildLock(
    async () => {
      rmSync(COMPILED, { recursive: true, force: true });
      await generateCode();
      await buildServer();
      await buildPages(say);
    },
    { say },
  );
}

/**
 * Builds what `npm run dev`, the tests and commands on a database need. Does not wait for another build if everything
 * is up to date.
 */
export async function buildGenerated() {
  if (!isGenerated()) await withBuildLock(generateCode);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildAll(console.log);
    await buildCli();
    console.log("Built.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
