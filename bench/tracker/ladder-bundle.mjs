import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "../../bin/run.mjs";

const BUNDLE = join(root, ".tmp/bench-ladder.mjs");

const PARTS = `
export { previewLadder } from "#server/across/ladder/index.ts";
export { contextFor } from "#server/base/kernel/context.ts";
export { openDatabase, shareDatabase } from "#server/base/db/client.ts";
`;

/** Bundles a pass of the ladder as the server has it. Returns the address of the module. */
export async function bundleLadder() {
  await build({
    stdin: { contents: PARTS, resolveDir: root, loader: "ts" },
    outfile: BUNDLE,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    logLevel: "warning",
  });
  return pathToFileURL(BUNDLE).href;
}
