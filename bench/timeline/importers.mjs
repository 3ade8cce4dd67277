import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "../../bin/run.mjs";

const BUNDLE = join(root, ".tmp/bench-importers.mjs");

/** Bundles the importers as the server has them. Returns the address of the module. */
export async function bundleImporters() {
  await build({
    entryPoints: [join(root, "importers/index.ts")],
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
