import { sortedConditions } from "./questions.ts";
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

/** By name, because the database stores the fields in another order. Conditions have no order. */
function isSame(before: TemplateSection | null, after: TemplateSection | null): boolean {
  if (!before || !after) return before === after;
  const [was, is] = [comparable(before), comparable(after)];
  const names = Object.keys({ ...was, ...is }) as (keyof typeof was)[];
  return names.every((name) => JSON.stringify(was[name]) === JSON.stringify(is[name]));
}

const comparable = (section: TemplateSection) => ({ ...section, askedIf: sortedConditions(section) });
