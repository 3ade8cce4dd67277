// Writes vendor/y-tiptap/dist: the published binding between editor and shared text, with the diffs of that folder.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyPatch } from "diff";
import { root } from "./run.mjs";

const published = join(root, "node_modules/y-tiptap-published/dist");
const folder = join(root, "vendor/y-tiptap");
const FILE = "y-tiptap.js";

/** The diffs of the vendor folder in their order, each with its name and text. */
export const readDiffs = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".diff"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

/** The files of this build step. */
export const BINDING = {
  reads: [...readDiffs().map(({ name }) => `vendor/y-tiptap/${name}`), "package-lock.json", "bin/patch-binding.mjs"],
  writes: `vendor/y-tiptap/dist/${FILE}`,
};

/** The published source with those diffs. Throws with the name of the first one that doesn't fit. */
export function patchedBinding(diffs = readDiffs()) {
  return diffs.reduce(
    (source, { name, text }) => {
      const patched = applyPatch(source, text);
      if (patched === false) throw new Error(`vendor/y-tiptap/${name} does not fit the published file.`);
      return patched;
    },
    readFileSync(join(published, FILE), "utf8"),
  );
}

/** Writes the patched package. An interrupted write leaves the folder as it was. */
export function patchBinding() {
  const draft = join(folder, `.dist-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(published, "src"), join(draft, "src"), { recursive: true });
  writeFileSync(join(draft, FILE), patchedBinding());
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  renameSync(draft, join(folder, "dist"));
}
