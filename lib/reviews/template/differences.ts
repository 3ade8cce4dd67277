import type { TemplateSection } from "./template.ts";

/** A section that two lists of sections don't have alike. */
export interface SectionDifference {
  key: string;
  before: TemplateSection | null;
  after: TemplateSection | null;
}

/** Returns the sections that differ, in the order of `after`, then those that are gone. */
export function sectionDifferences(
  before: readonly TemplateSection[],
  after: readonly TemplateSection[],
): SectionDifference[] {
  const had = new Map(before.map((section) => [section.key, section]));
  const has = new Set(after.map(({ key }) => key));
  return [
    ...after.map((section) => ({ key: section.key, before: had.get(section.key) ?? null, after: section })),
    ...before.filter(({ key }) => !has.has(key)).map((section) => ({ key: section.key, before: section, after: null })),
  ].filter((one) => !isSame(one.before, one.after));
}

/** By name, because the database stores the fields in another order. */
function isSame(before: TemplateSection | null, after: TemplateSection | null): boolean {
  if (!before || !after) return before === after;
  const names = Object.keys({ ...before, ...after }) as (keyof TemplateSection)[];
  return names.every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));
}
