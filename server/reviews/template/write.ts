import { isDeepStrictEqual } from "node:util";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { conflict, invalid, refuse } from "#lib/base/errors.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Template, templateContract } from "#lib/contract/template.ts";
import { sectionDifferences } from "#lib/reviews/template/differences.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getTemplate } from "./read.ts";

const NAME_TAKEN = "A template with this name exists. You can restore it if it's archived.";

/**
 * Adds a template as a copy of another. It is offered once it is published. Throws `invalid` for a name that is taken.
 */
export async function createTemplate(ctx: Ctx, input: InputOf<typeof templateContract.create>): Promise<Template> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "template.manage");
    const source = await getTemplate(tx, { slug: input.from });
    const slug = await freeSlug(tx, input.name);
    const id = tx.newId();
    const data = {
      ...{ id, slug, name: input.name, draft: toJson(source.content ?? source.draft) },
      ...{ createdById: actorId(tx.actor), createdAt: tx.now() },
    };
    await refuseDuplicate(tx.db.template.create({ data }), "name", NAME_TAKEN);
    return record(tx, {
      action: "template.created",
      id,
      after: { ...input, slug },
      answer: () => getTemplate(tx, { slug }),
    });
  });
}

/** Returns a slug from a name: "Payments & cards" is "payments-cards", and the next one "payments-cards-2". */
async function freeSlug(tx: TxCtx, name: string): Promise<string> {
  const plain =
    name
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? "template";
  const base = plain.slice(0, LENGTHS.template.slug - 4).replace(/-$/, "");
  const taken = await tx.db.template.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = base;
  for (let at = 2; slugs.has(slug); at += 1) slug = `${base}-${at}`;
  return slug;
}

/**
 * Changes the name or the draft, archives or restores. Nothing is written if nothing changes. Throws `rule` for a
 * built-in one, `conflict` for a stale version.
 */
export async function updateTemplate(ctx: Ctx, input: InputOf<typeof templateContract.update>): Promise<Template> {
  return transact(ctx, async (tx) => {
    const { slug, version, name, draft, archived } = input;
    const before = await loadOwn(tx, slug);
    if (draft === null && before.number === null)
      throw refuse("template_unpublished", "Nothing is published yet, so its draft can't be discarded. Archive it.");
    const parts = draft === undefined ? null : changedParts(before.draft ?? before.content, draft ?? before.content);
    const isChanged =
      (name ?? before.name) !== before.name ||
      (archived ?? before.archived) !== before.archived ||
      (draft === null ? before.draft !== null : hasChanges(parts));
    if (!isChanged) {
      if (version !== before.version) throw conflict(before);
      return unrecorded("nothing changed", () => before);
    }
    if (draft) await checkPeople(tx, draft);
    await write(tx, before, version, {
      ...(name === undefined ? {} : { name }),
      ...(draft === undefined ? {} : { draft: toJson(draft) }),
      ...(archived === undefined ? {} : { archivedAt: archived ? tx.now() : null }),
    });
    return record(tx, {
      action:
        archived !== undefined
          ? archived
            ? "template.archived"
            : "template.restored"
          : draft === null
            ? "template.draft_discarded"
            : "template.updated",
      id: before.id,
      before: {
        ...(name === undefined ? {} : { name: before.name }),
        ...(archived === undefined ? {} : { archived: before.archived }),
        ...parts?.before,
      },
      after: {
        ...(name === undefined ? {} : { name }),
        ...(archived === undefined ? {} : { archived }),
        ...parts?.after,
      },
      answer: () => getTemplate(tx, { slug }),
    });
  });
}

/** Makes the draft the version of new reviews. Reviews keep theirs. Throws `rule` if nothing changed. */
export async function publishTemplate(ctx: Ctx, input: InputOf<typeof templateContract.publish>): Promise<Template> {
  return transact(ctx, async (tx) => {
    const { slug, version, note = "" } = input;
    const before = await loadOwn(tx, slug);
    const { draft, content } = before;
    const parts = draft ? changedParts(content, draft) : null;
    if (!draft || !hasChanges(parts))
      throw refuse("template_unchanged", "Nothing has changed since the last version. Change the template first.");
    const number = (before.number ?? 0) + 1;
    await write(tx, before, version, { draft: toJson(null) });
    const publishedById = actorId(tx.actor);
    const data = { slug, number, note, publishedById, publishedAt: tx.now(), content: toJson(draft) };
    await tx.db.templateVersion.create({ data: data as Prisma.TemplateVersionUncheckedCreateInput });
    return record(tx, {
      action: "template.published",
      id: before.id,
      before: { number: before.number, ...parts?.before },
      after: { number, note, ...parts?.after },
      answer: () => getTemplate(tx, { slug }),
    });
  });
}

async function loadOwn(tx: TxCtx, slug: string): Promise<Template> {
  authorizeGlobally(tx, "template.manage");
  const template = await getTemplate(tx, { slug });
  if (template.builtIn)
    throw refuse("template_built_in", `${template.name} comes with Afterword. Copy it to change it.`);
  return template;
}

async function write(tx: TxCtx, { slug }: Template, version: number, data: Prisma.TemplateUpdateManyMutationInput) {
  const where = { slug, version };
  const write = tx.db.template.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  await guardVersion(await refuseDuplicate(write, "name", NAME_TAKEN), () => getTemplate(tx, { slug }));
}

async function checkPeople(tx: TxCtx, { tasks }: TemplateContent): Promise<void> {
  const ids = [...new Set(tasks.flatMap(({ who }) => ("userId" in who ? who.userId : [])))];
  if ((await tx.db.user.count({ where: { id: { in: ids } } })) < ids.length)
    throw invalid("draft.tasks", "One of these people doesn't exist. Choose from the list of people.");
}

type Parts = Partial<Record<keyof TemplateContent | "order", unknown>>;

/** Returns what differs between two contents: fields, and of the sections those that differ, by key. */
function changedParts(before: TemplateContent | null, after: TemplateContent | null): { before: Parts; after: Parts } {
  const parts: { before: Parts; after: Parts } = { before: {}, after: {} };
  for (const name of ["use", "milestonesNeeded", "factorsNeeded", "needsMeeting", "tasks"] as const) {
    if (isDeepStrictEqual(before?.[name], after?.[name])) continue;
    parts.before[name] = before?.[name] ?? null;
    parts.after[name] = after?.[name] ?? null;
  }
  const [was, is] = [before?.sections ?? [], after?.sections ?? []];
  const sections = sectionDifferences(was, is);
  if (sections.length > 0) {
    parts.before.sections = Object.fromEntries(sections.map((one) => [one.key, one.before]));
    parts.after.sections = Object.fromEntries(sections.map((one) => [one.key, one.after]));
  }
  const [from, to] = [was.map(({ key }) => key), is.map(({ key }) => key)];
  if (!isDeepStrictEqual(from, to)) {
    parts.before.order = from;
    parts.after.order = to;
  }
  return parts;
}

const hasChanges = (parts: { after: Parts } | null): boolean => parts !== null && Object.keys(parts.after).length > 0;
