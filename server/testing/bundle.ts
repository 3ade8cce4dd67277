import { basename, join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "#server/base/process/project-root.ts";

/** The bundles of a run of tests, which are removed at its end. */
export const bundleFolder = () => join(projectRoot(), ".tmp", "bundles");

const bundles = new Map<string, Promise<string>>();

/**
 * Bundles a program once for this process, and returns its path. Tests start programs often, and from sources each
 * start would load hundreds of files. `entry` is relative to the project's root.
 */
export function bundle(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? write(entry);
  bundles.set(entry, known);
  return known;
}

async function write(entry: string): Promise<string> {
  const outfile = join(bundleFolder(), `${basename(entry, ".ts")}-${process.pid}.mjs`);
  const entryPoints = [join(projectRoot(), entry)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}
