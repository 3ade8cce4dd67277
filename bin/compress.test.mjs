import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { compressFiles } from "./compress.mjs";

it("compresses text in all folders below, and leaves fonts as they are", async () => {
  const folder = mkdtempSync(join(tmpdir(), "afterword-compress-"));
  mkdirSync(join(folder, "chunks"));
  const text = "a{color:red}".repeat(100);
  for (const name of ["chunks/a.css", "b.js", "c.woff2"]) writeFileSync(join(folder, name), text);
  await compressFiles(folder);
  const names = readdirSync(folder, { recursive: true }).sort();
  expect(names).toEqual([
    "b.js",
    "b.js.br",
    "b.js.gz",
    "c.woff2",
    "chunks",
    "chunks/a.css",
    "chunks/a.css.br",
    "chunks/a.css.gz",
  ]);
  expect(brotliDecompressSync(readFileSync(join(folder, "chunks/a.css.br"))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(folder, "b.js.gz"))).toString()).toBe(text);
  rmSync(folder, { recursive: true });
});
