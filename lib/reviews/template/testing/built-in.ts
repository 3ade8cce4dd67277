import { readdirSync, readFileSync } from "node:fs";
import type { TemplateContent } from "../template.ts";

const MIGRATIONS = new URL("../../../../prisma/migrations/", import.meta.url);
const VERSION = /\('([a-z-]+)', (\d+), \$json\$([^$]*)\$json\$\)/g;

/** The versions of each built-in template by its slug, as the migrations insert them. */
const BUILT_IN = Map.groupBy(
  readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}_.*template/.test(name))
    .sort()
    .flatMap((name) => [...readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), "utf8").matchAll(VERSION)])
    .map(([, slug = "", number, json = ""]) => ({ slug, number, content: JSON.parse(json) as TemplateContent })),
  ({ slug }) => slug,
);

/** Returns a version of a built-in template, the newest that a migration has in full unless one is asked for. */
export function builtIn(slug: string, number?: number): TemplateContent {
  const versions = BUILT_IN.get(slug) ?? [];
  const found = number === undefined ? versions.at(-1) : versions.find((one) => one.number === String(number));
  if (!found) throw new Error(`no built-in template ${slug}`);
  return found.content;
}

/** The sections of the major template: all that built-in templates of reviews have. */
export const ALL_SECTIONS = builtIn("major").sections;
