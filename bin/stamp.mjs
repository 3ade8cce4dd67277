// A build step is skipped if nothing that it reads has changed since it last succeeded.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const stampFile = join(root, "dist/stamps.json");
const SKIPPED = /(^|\/)(node_modules|fixtures)$|\.test\.tsx?$/;

/** SHA-256 of the names and contents of those files and folders, without tests and fixtures. */
export function stampOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const full = join(root, path);
  if (SKIPPED.test(path) || !existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  }
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {};
  }
}

/** Whether the step has succeeded on exactly these sources and its output exists. */
export const isFresh = (step, { reads, writes }, stamp = stampOf(reads)) =>
  readStamps()[step] === stamp && existsSync(join(root, writes));

/** Runs `work` unless the step is up to date. */
export async function whenStale(step, files, work) {
  const stamp = stampOf(files.reads);
  if (isFresh(step, files, stamp)) return false;
  await work();
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamps(), [step]: stamp }, null, 2)}\n`);
  return true;
}
