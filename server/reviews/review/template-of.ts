import type { Precision } from "#lib/base/time/precision.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { effectiveSections } from "#lib/reviews/template/effective.ts";
import { askedSections, asksOn } from "#lib/reviews/template/questions.ts";
import type { TemplateContent, TemplateSection } from "#lib/reviews/template/template.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
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

/** Returns the sections of a review's template, with the questions that its records ask for. */
export async function askedSectionsOf(ctx: Ctx, row: ReviewRecord): Promise<TemplateSection[]> {
  const { sections } = templateOf(row);
  const { id, kind, highestSeverity, milestones } = row.incident;
  const detected = milestones.find(({ name }) => name === "detected")?.event;
  return askedSections(sections, {
    kind,
    highestSeverity,
    milestones: milestones.flatMap(({ name, event }) => (event ? [name] : [])),
    notApplicable: milestones.flatMap(({ name, notApplicable }) => (notApplicable ? [name] : [])),
    customersFirst: detected && asksOn(sections, "customers_first") ? await hasReportBefore(ctx, id, detected) : false,
  });
}

/**
 * Returns whether a customer report is certainly earlier. Times that are exact only to the hour or worse decide
 * nothing.
 */
async function hasReportBefore(
  ctx: Ctx,
  incidentId: string,
  { at, precision }: { at: Date | null; precision: Precision },
): Promise<boolean> {
  if (at === null || (precision !== "exact" && precision !== "minute")) return false;
  // A report to the minute can be at its end.
  const minute = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
  const where = { incidentId, kind: "customer_report", removedAt: null, hidden: false } as const;
  const report = await ctx.db.timelineEvent.findFirst({
    where: {
      ...where,
      OR: [
        { precision: "exact", at: { lt: at } },
        { precision: "minute", at: { lt: minute } },
      ],
    },
    select: { id: true },
  });
  return report !== null;
}

/** Returns the title of a section by its key, including one that the template doesn't have. */
export const titleOfSection = ({ sections }: Pick<TemplateContent, "sections">, key: string): string =>
  sections.find((section) => section.key === key)?.title ?? key;
