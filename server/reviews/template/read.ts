import type { Prisma } from "#generated/prisma/client.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { Template, TemplateRow } from "#lib/contract/template.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

const SELECT = {
  id: true,
  slug: true,
  name: true,
  builtIn: true,
  archivedAt: true,
  draft: true,
  version: true,
  versions: {
    select: {
      number: true,
      content: true,
      note: true,
      publishedAt: true,
      publishedBy: { select: { id: true, name: true } },
    },
    orderBy: { number: "desc" },
  },
} satisfies Prisma.TemplateSelect;

type Row = Prisma.TemplateGetPayload<{ select: typeof SELECT }>;

/** The stored content of a version or a draft. The contract checked it when it was written. */
export const contentOf = (stored: Prisma.JsonValue): TemplateContent => stored as unknown as TemplateContent;

function presentRow({ id, slug, name, builtIn, archivedAt, draft, version, versions: [newest] }: Row): TemplateRow {
  return {
    ...{ id, slug, name, builtIn, version },
    archived: archivedAt !== null,
    hasDraft: draft !== null,
    number: newest?.number ?? null,
    content: newest ? contentOf(newest.content) : null,
  };
}

/** Returns the templates: the built-in ones in their order, then the others by age. */
export async function listTemplates(
  ctx: Ctx,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<{ items: TemplateRow[] }> {
  const rows = await ctx.db.template.findMany({
    where: includeArchived ? {} : { archivedAt: null },
    select: { ...SELECT, versions: { ...SELECT.versions, take: 1 } },
    orderBy: [{ builtIn: "desc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return { items: rows.map(presentRow) };
}

/** Returns one template with its draft and versions. Throws `not_found`. */
export async function getTemplate(ctx: Ctx, { slug }: { slug: string }): Promise<Template> {
  const row = await ctx.db.template.findUnique({ where: { slug }, select: SELECT });
  if (!row) throw notFound();
  // Only reviews that the person can read, because a number tells of restricted ones too.
  const used = await ctx.db.review.groupBy({
    by: ["templateNumber", "status"],
    where: { template: slug, archivedAt: null, incident: incidentVisibleTo(ctx.actor) },
    _count: true,
  });
  const count = (number: number, isMeant: (status: string) => boolean) =>
    used
      .filter(({ templateNumber, status }) => templateNumber === number && isMeant(status))
      .reduce((sum, { _count }) => sum + _count, 0);
  return {
    ...presentRow(row),
    draft: row.draft === null ? null : contentOf(row.draft),
    versions: row.versions.map(({ number, note, publishedAt, publishedBy }) => ({
      ...{ number, note, publishedBy },
      publishedAt: publishedAt.toISOString(),
      reviews: count(number, () => true),
      inWriting: count(number, (status) => UNPUBLISHED_STATUSES.some((one) => one === status)),
    })),
    abilities: { manage: canGlobally(ctx.actor, "template.manage") },
  };
}

/** Returns the newest version of a template that people can choose. Throws `invalid` with the choices. */
export async function chosenTemplate(ctx: Ctx, slug: string): Promise<{ number: number; content: TemplateContent }> {
  const { items } = await listTemplates(ctx);
  const choices = items.filter(({ number }) => number !== null);
  const chosen = choices.find((template) => template.slug === slug);
  if (chosen?.number && chosen.content) return { number: chosen.number, content: chosen.content };
  throw invalid("template", `This template isn't in use. Choose one of ${choices.map((one) => one.slug).join(", ")}`);
}

/** Returns the newest published version of a template, including an archived one. */
export async function newestVersion(ctx: Ctx, slug: string) {
  const { number, note, content, template } = await ctx.db.templateVersion.findFirstOrThrow({
    where: { slug },
    orderBy: { number: "desc" },
    select: { number: true, note: true, content: true, template: { select: { slug: true, name: true } } },
  });
  return { ...template, number, note, content: contentOf(content) };
}
