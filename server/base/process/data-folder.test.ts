import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDataFolder } from "./data-folder.ts";
import { StartError } from "./start-error.ts";

it("creates the folder and its parents", () => {
  const root = mkdtempSync(join(tmpdir(), "afterword-data-"));
  openDataFolder(join(root, "a", "b"));
  openDataFolder(join(root, "a", "b"));
  expect(existsSync(join(root, "a", "b"))).toBe(true);
  rmSync(root, { recursive: true });
});

it.runIf(process.platform === "linux")("reports when no folder can be created", () => {
  expect(() => openDataFolder("/proc/afterword/data")).toThrow(StartError);
});
