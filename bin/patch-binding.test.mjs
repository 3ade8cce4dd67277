import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BINDING, patchedBinding, readDiffs } from "./patch-binding.mjs";
import { root } from "./run.mjs";

test("our copy is the published file with our diffs and nothing else", () => {
  expect(patchedBinding()).toBe(readFileSync(join(root, BINDING.writes), "utf8"));
});

test("a diff without the one it builds on stops the build and is named", () => {
  const [caret, ...others] = readDiffs();
  expect(caret.name).toBe("1-caret.diff");
  expect(() => patchedBinding(others)).toThrow("vendor/y-tiptap/3-keystroke.diff does not fit the published file.");
});
