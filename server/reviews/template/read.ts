import type { Prisma } from "#generated/prisma/client.ts";
import { invalid } from "#lib/base/errors.ts";
import type { TemplateRow } from "#lib/contract/template.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

export const TEMPLATE_SELECT = {
  id: true,
  slug: true,
  name: true,
  builtIn: true,
  version: true,
  versions: { select: { number: true, content: true }, orderBy: { number: "desc" }, take: 1 },
} satisfies Prisma.TemplateSelect;

type Row = Prisma.TemplateGetPayload<{ select: typeof TEMPLATE_SELECT }>;

/** The stored content of a version or a draft. The contract checked it when it was written. */
export const contentOf = (stored: Prisma.JsonValue): TemplateContent => stored as unknown as TemplateContent;

export function presentTemplate({ versions: [newest], ...row }: Row): TemplateRow {
  return { ...row, number: newest?.number ?? null, content: newest ? contentOf(newest.content) : null };
}

/** Returns the templates: the built-in ones in their order, then the others by name. */
export async function listTemplates(ctx: Ctx): Promise<{ items: TemplateRow[] }> {
  const rows = await ctx.db.template.findMany({
    where: { archivedAt: null },
    select: TEMPLATE_SELECT,
    orderBy: [{ builtIn: "desc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return { items: rows.map(presentTemplate) };
}

/** Returns the newest version of a template that people can choose. Throws `invalid` with the choices. */
export async function chosenTemplate(ctx: Ctx, slug: string): Promise<{ number: number; content: TemplateContent }> {
  const { items } = await listTemplates(ctx);
  const choices = items.filter(({ number }) => number !== null);
  const chosen = choices.find((template) => template.slug === slug);
  if (chosen?.number && chosen.content) return { number: chosen.number, content: chosen.content };
  throw invalid("template", `Not a template in use. Choose one of ${choices.map((one) => one.slug).join(", ")}`);
}
