import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist", "cli");
const SOURCES = ["cli", "importers", "lib", "server"];
const KEPT_BUILDS = 3;

/**
 * Builds cli/main.ts into a folder named after the state of its sources. Returns the path of the entry. A finished
 * build is renamed into place, so two commands may start at the same time.
 */
export async function buildCli() {
  const hasGenerated = existsSync(join(root, "generated"));
  const folder = join(dist, stampOf(hasGenerated));
  const entry = join(folder, "main.js");
  if (existsSync(entry)) return entry;
  const draft = join(dist, `.draft-${process.pid}`);
  mkdirSync(dist, { recursive: true });
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: { main: join(root, "cli", "main.ts"), worker: join(root, "server", "worker.ts") },
    outdir: draft,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    packages: "external",
    // Commands that need the generated client load it when they run; parse works before it exists.
    external: hasGenerated ? [] : ["#generated/*"],
    sourcemap: true,
    logLevel: "silent",
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(entry)) throw error;
  }
  removeOldBuilds();
  return entry;
}

/** Names, sizes and times of the sources; cheaper than their content and as good after a checkout or an edit. */
function stampOf(hasGenerated) {
  const hash = createHash("sha256").update(`${hasGenerated} ${process.version}`);
  for (const folder of SOURCES) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names) {
      if (!/\.(tsx?|json)$/.test(name) || /\.test\.tsx?$/.test(name)) continue;
      const { mtimeMs, size } = statSync(join(root, folder, name));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  hash.update(String(statSync(join(root, "package-lock.json")).mtimeMs));
  return hash.digest("hex").slice(0, 16);
}

/** Keeps the newest few builds: a command that is still running may load a part of its build later. */
function removeOldBuilds() {
  const builds = readdirSync(dist)
    .map((name) => ({ path: join(dist, name), ageMs: Date.now() - statSync(join(dist, name)).mtimeMs }))
    .sort((a, b) => a.ageMs - b.ageMs);
  for (const { path } of builds.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}
