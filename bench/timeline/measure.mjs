import { measureHooks } from "./hooks-figure.mjs";
import { measureImports } from "./import-figure.mjs";
import { bundleImporters } from "./importers.mjs";
import { measurePages } from "./page-figures.mjs";
import { measureParsing } from "./parse-figures.mjs";
import { measureSizes } from "./size-figures.mjs";
import { measureTexts } from "./text-figures.mjs";

const READING = ["parse", "text", "size"];

export const PARTS = [...READING, "import", "page", "hooks"];

/** Measures the requested parts. */
export async function measureTimeline(wanted) {
  const figures = [];
  const module = wanted.some((part) => READING.includes(part)) ? await bundleImporters() : null;
  const importers = module ? await import(module) : null;
  if (wanted.includes("parse")) figures.push(...(await measureParsing(importers)));
  if (wanted.includes("text")) figures.push(...(await measureTexts(importers)));
  if (wanted.includes("size")) figures.push(...(await measureSizes(module)));
  if (wanted.includes("import")) figures.push(await measureImports());
  if (wanted.includes("page")) figures.push(...(await measurePages()));
  if (wanted.includes("hooks")) figures.push(...(await measureHooks()));
  return figures;
}
