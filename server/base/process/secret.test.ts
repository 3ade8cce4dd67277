import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecret } from "./secret.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "afterword-secret-")), "data");
});
afterEach(() => rmSync(join(dataDir, ".."), { recursive: true, force: true }));

test("creates a secret once, and lets only its owner read it", () => {
  const made = readSecret({ secret: null, dataDir });
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(readSecret({ secret: null, dataDir })).toBe(made);
  expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(made);
  expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
});

test("a given secret is used and nothing is written", () => {
  expect(readSecret({ secret: "x".repeat(32), dataDir })).toBe("x".repeat(32));
  expect(statSync(dataDir, { throwIfNoEntry: false })).toBeUndefined();
});

test("a file without a secret is rejected", () => {
  readSecret({ secret: null, dataDir });
  writeFileSync(join(dataDir, "secret"), "short\n");
  expect(() => readSecret({ secret: null, dataDir })).toThrow(/too short/);
});

test("an unusable data folder and an unreadable secret are rejected with a message", () => {
  writeFileSync(dataDir, "");
  expect(() => readSecret({ secret: null, dataDir })).toThrow(/the data folder .* isn't writable/);
  rmSync(dataDir);
  mkdirSync(join(dataDir, "secret"), { recursive: true });
  expect(() => readSecret({ secret: null, dataDir })).toThrow(/secret can't be read/);
});
