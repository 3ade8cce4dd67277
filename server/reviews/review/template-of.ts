import { effectiveSections } from "#lib/reviews/template/effective.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { contentOf } from "#server/reviews/template/index.ts";
import type { ReviewRecord } from "./select.ts";

/** Returns the template of a review: the version it was generated from, with what was taken up since. */
export function templateOf(row: Pick<ReviewRecord, "templateNumber" | "templateVersion" | "templateChoices">) {
  const base: TemplateContent = contentOf(row.templateVersion.content);
  const versions = new Map([[row.templateNumber, base.sections]]);
  for (const { number, templateVersion } of row.templateChoices)
    versions.set(number, contentOf(templateVersion.content).sections);
  return { ...base, sections: effectiveSections(versions, row.templateNumber, row.templateChoices) };
}

/** Returns the title of a section by its key, also of one that the template doesn't have. */
export const titleOfSection = ({ sections }: Pick<TemplateContent, "sections">, key: string): string =>
  sections.find((section) => section.key === key)?.title ?? key;
