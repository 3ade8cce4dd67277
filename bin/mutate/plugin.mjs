import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const plan = () => JSON.parse(readFileSync(process.env.MUTATE_PLAN, "utf8"));

/** Loads the planned sources with their mutants in them. */
export function mutantsPlugin({ codes } = plan()) {
  return { name: "mutants", enforce: "pre", load: (id) => codes[relative(root, id.split("?")[0])] ?? null };
}
