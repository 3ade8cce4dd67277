import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ours = join(root, "vendor/y-tiptap");
const require = createRequire(import.meta.url);
const versionIn = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;

test("the editor uses our patched copy, made for exactly these versions", () => {
  expect(versionIn(ours)).toMatch(/^3\.0\.9\+afterword\.\d+$/);
  expect(versionIn(join(root, "node_modules/y-tiptap-published"))).toBe("3.0.9");
  for (const name of ["core", "extension-collaboration", "extension-collaboration-caret"])
    expect(versionIn(join(root, "node_modules/@tiptap", name)), name).toBe("3.31.3");
});

test.each(["", "@tiptap/extension-collaboration", "@tiptap/extension-collaboration-caret"])(
  "our copy is the only one, even for %s",
  (user) => {
    const from = user === "" ? import.meta.url : require.resolve(user);
    const found =
      createRequire(from)
        .resolve.paths("@tiptap/y-tiptap")
        ?.filter((path) => path.startsWith(root)) ?? [];
    const folders = found.flatMap((folder) => {
      try {
        return [JSON.parse(readFileSync(join(folder, "@tiptap/y-tiptap/package.json"), "utf8")).version];
      } catch {
        return [];
      }
    });
    expect(folders).toEqual([versionIn(ours)]);
  },
);
