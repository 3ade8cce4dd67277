// Results of the last run, by the content of sources and tests. Valid ones aren't run again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export const hashOf = (text) => createHash("sha256").update(text).digest("base64url").slice(0, 16);

export function readMemory(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { files: {} };
}

export function writeMemory(path, memory) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(memory));
}

/**
 * Results that are still valid: noticed, while source and test are unchanged; not noticed, while all tests are
 * unchanged.
 */
export function remembered(memory, { path, hash, count }, hashes) {
  const known = memory.files[path];
  if (known?.hash !== hash || known.mutants.length !== count) return [];
  return known.mutants.map(({ status, test, testHash }) => {
    if (!status) return null;
    const holds = test ? hashes.byTest[test] === testHash : known.tests === hashes.all;
    return holds ? { status, test } : null;
  });
}

/** Returns the facts to remember about a file whose mutants ran. */
export const memoryOf = ({ hash, mutants }, hashes) => ({
  hash,
  tests: hashes.all,
  mutants: mutants.map(({ status, test }) => ({ status, ...(test ? { test, testHash: hashes.byTest[test] } : {}) })),
});
