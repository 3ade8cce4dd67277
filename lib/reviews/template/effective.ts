import type { TemplateSection } from "./template.ts";

/** A person's decision about a section for which its template had a newer version. */
export interface TemplateChoice {
  section: string;
  /** The version that the section is as in. */
  number: number;
  /** The version about which they decided. */
  decidedFor: number;
}

/**
 * Returns the sections of a review: those of the version it was generated from, with the decisions since. A section
 * that came later follows the one before it in its own version.
 */
export function effectiveSections(
  versions: ReadonlyMap<number, readonly TemplateSection[]>,
  base: number,
  choices: readonly TemplateChoice[],
): TemplateSection[] {
  const chosen = new Map(choices.map(({ section, number }) => [section, number]));
  const sections = (versions.get(base) ?? []).flatMap((section) => {
    const number = chosen.get(section.key) ?? base;
    return number === base ? section : (versions.get(number)?.find(({ key }) => key === section.key) ?? []);
  });
  for (const { number } of choices.toSorted((a, b) => a.number - b.number)) {
    const source = versions.get(number) ?? [];
    for (const [at, section] of source.entries()) {
      if (chosen.get(section.key) !== number || sections.some(({ key }) => key === section.key)) continue;
      sections.splice(placeIn(sections, source.slice(0, at)), 0, section);
    }
  }
  return sections;
}

/** Returns the index after the last of `before` that is there. */
export function placeIn(sections: readonly { key: string }[], before: readonly { key: string }[]): number {
  const keys = new Set(before.map(({ key }) => key));
  return sections.findLastIndex(({ key }) => keys.has(key)) + 1;
}
