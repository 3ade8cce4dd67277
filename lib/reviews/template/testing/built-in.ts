import { readdirSync, readFileSync } from "node:fs";
import type { TemplateContent } from "../template.ts";

const MIGRATIONS = new URL("../../../../prisma/migrations/", import.meta.url);
const VERSION = /\('([a-z-]+)', (\d+), \$json\$([^$]*)\$json\$\)/g;

/** The newest version of each built-in template by its slug, as the migrations insert them. */
const BUILT_IN: ReadonlyMap<string, TemplateContent> = new Map(
  readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}_.*template/.test(name))
    .sort()
    .flatMap((name) => [...readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), "utf8").matchAll(VERSION)])
    .map(([, slug = "", , json = ""]) => [slug, JSON.parse(json) as TemplateContent]),
);

/** Returns the newest version of a built-in template. */
export function builtIn(slug: string): TemplateContent {
  const content = BUILT_IN.get(slug);
  if (!content) throw new Error(`no built-in template ${slug}`);
  return content;
}

/** The sections of the major template: all that built-in templates of reviews have. */
export const ALL_SECTIONS = builtIn("major").sections;
