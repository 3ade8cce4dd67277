import { TRACKER_VENDOR_WORDS, type TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { readableConditions } from "#server/follow/canonical-factor/index.ts";
import { threadVisibleTo } from "#server/follow/comment/index.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

export interface AuditRecord {
  label: string;
  href: string | null;
}

type Find = (ctx: Ctx, ids: string[]) => Promise<(AuditRecord & { id: string })[]>;

const NUMBERED = { id: true, number: true, title: true } as const;
const NAMED = { id: true, name: true } as const;
type Numbered = { id: string; number: number; title: string };

const numbered = (rows: Numbered[], keyOf: (number: number) => string, path: string) =>
  rows.map(({ id, number, title }) => ({ id, label: `${keyOf(number)} ${title}`, href: `${path}/${keyOf(number)}` }));
const named = (rows: { id: string; name: string }[], href: string | null) =>
  rows.map(({ id, name }) => ({ id, label: name, href }));

/** Loads the names of records by noun, once per page and noun. */
const FIND: Record<string, Find> = {
  incident: async ({ db }, ids) =>
    numbered(await db.incident.findMany({ where: { id: { in: ids } }, select: NUMBERED }), incidentKeyOf, "/incidents"),
  review: async ({ db }, ids) =>
    numbered(await db.review.findMany({ where: { id: { in: ids } }, select: NUMBERED }), reviewKeyOf, "/reviews"),
  action_item: async ({ db }, ids) =>
    numbered(await db.actionItem.findMany({ where: { id: { in: ids } }, select: NUMBERED }), actionKeyOf, "/actions"),
  strategic_change: async ({ db }, ids) =>
    numbered(
      await db.strategicChange.findMany({ where: { id: { in: ids } }, select: NUMBERED }),
      changeKeyOf,
      "/strategy",
    ),
  member: async ({ db }, ids) =>
    named(await db.user.findMany({ where: { id: { in: ids } }, select: NAMED }), "/settings/people"),
  team: async ({ db }, ids) =>
    named(await db.team.findMany({ where: { id: { in: ids } }, select: NAMED }), "/settings/teams"),
  service: async ({ db }, ids) =>
    named(await db.service.findMany({ where: { id: { in: ids } }, select: NAMED }), "/settings/services"),
  integration: async ({ db }, ids) =>
    (await db.integration.findMany({ where: { id: { in: ids } }, select: { ...NAMED, source: true } })).map(
      ({ id, name, source }) => ({
        id,
        label: `${hookSourceNamed(source)?.label ?? source}, ${name}`,
        href: `/settings/integrations/${id}`,
      }),
    ),
  tracker: async ({ db }, ids) =>
    (await db.tracker.findMany({ where: { id: { in: ids } }, select: { ...NAMED, vendor: true } })).map(
      ({ id, name, vendor }) => ({
        id,
        label: `${TRACKER_VENDOR_WORDS[vendor as TrackerVendor] ?? vendor}, ${name}`,
        href: "/settings/trackers",
      }),
    ),
  token: async ({ db }, ids) => named(await db.apiToken.findMany({ where: { id: { in: ids } }, select: NAMED }), null),
  invitation: async ({ db }, ids) =>
    (await db.invitation.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } })).map(
      ({ id, email }) => ({ id, label: email, href: "/settings/people" }),
    ),
  timeline_event: async ({ db, actor }, ids) =>
    (
      await db.timelineEvent.findMany({
        where: { id: { in: ids }, incident: incidentVisibleTo(actor) },
        select: { ...NUMBERED, incident: { select: { number: true } } },
      })
    ).map(({ id, number, title, incident }) => ({
      id,
      label: `${incidentKeyOf(incident.number)} E${number} ${title}`,
      href: `/incidents/${incidentKeyOf(incident.number)}?event=E${number}`,
    })),
  factor: async ({ db, actor }, ids) =>
    (
      await db.factor.findMany({
        where: { id: { in: ids }, review: reviewVisibleTo(actor) },
        select: { id: true, statement: true, review: { select: { number: true } } },
      })
    ).map(({ id, statement, review }) => ({ id, label: statement, href: `/reviews/${reviewKeyOf(review.number)}` })),
  review_task: async ({ db, actor }, ids) =>
    (
      await db.reviewTask.findMany({
        where: { id: { in: ids }, review: reviewVisibleTo(actor) },
        select: { id: true, title: true, review: { select: { number: true } } },
      })
    ).map(({ id, title, review }) => ({
      ...{ id, label: title, href: `/reviews/${reviewKeyOf(review.number)}#tasks` },
    })),
  learning: async ({ db, actor }, ids) =>
    (
      await db.learning.findMany({
        where: { id: { in: ids }, review: reviewVisibleTo(actor) },
        select: { id: true, statement: true, review: { select: { number: true } } },
      })
    ).map(({ id, statement, review }) => ({ id, label: statement, href: `/reviews/${reviewKeyOf(review.number)}` })),
  canonical_factor: async (ctx, ids) =>
    (await readableConditions(ctx, { id: { in: ids } })).map(({ id, name }) => ({
      id,
      label: name,
      href: `/factors/${id}`,
    })),
  comment_thread: async ({ db, actor }, ids) =>
    (
      await db.commentThread.findMany({
        where: { AND: [{ id: { in: ids } }, threadVisibleTo(actor)] },
        select: {
          ...{ id: true, quote: true, review: { select: NUMBERED } },
          ...{ actionItem: { select: NUMBERED }, change: { select: NUMBERED } },
        },
      })
    ).flatMap(({ id, quote, review, actionItem, change }) => {
      const [about] = [
        ...(review ? numbered([review], reviewKeyOf, "/reviews") : []),
        ...(actionItem ? numbered([actionItem], actionKeyOf, "/actions") : []),
        ...(change ? numbered([change], changeKeyOf, "/strategy") : []),
      ];
      if (!about) return [];
      const label = review && quote ? `${reviewKeyOf(review.number)} “${quote}”` : about.label;
      return [{ id, label, href: `${about.href}?thread=${id}` }];
    }),
  import: async ({ db, actor }, ids) =>
    (
      await db.import.findMany({
        where: { id: { in: ids }, incident: incidentVisibleTo(actor) },
        select: { id: true, filename: true, incident: { select: { number: true } } },
      })
    ).map(({ id, filename, incident }) => ({
      id,
      label: `${incidentKeyOf(incident.number)} ${filename}`,
      href: `/incidents/${incidentKeyOf(incident.number)}`,
    })),
};

/** Nouns whose ids occur in `before` and `after` and that not everyone can read. */
const MENTIONED = ["timeline_event", "factor", "import", "invitation"];

/** Returns names of ids that are events, factors, imports or invitations which the reader can see. */
export async function mentionedNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const records = await recordsOf(
    ctx,
    MENTIONED.flatMap((noun) => ids.map((nounId) => ({ noun, nounId }))),
  );
  return new Map([...records].map(([key, { label }]) => [key.slice(key.indexOf(":") + 1), label]));
}

/** Returns the key of an entry's record in `recordsOf`, or a key that no record has. */
export const recordKey = (entry: { noun: string; nounId: string } | null) =>
  entry === null ? "" : `${entry.noun}:${entry.nounId}`;

/** Returns the records of entries by `recordKey`. Deleted ones are left out. */
export async function recordsOf(
  ctx: Ctx,
  entries: readonly { noun: string; nounId: string }[],
): Promise<Map<string, AuditRecord>> {
  const idsByNoun = Map.groupBy(entries, (entry) => entry.noun);
  const found = await Promise.all(
    [...idsByNoun].map(async ([noun, group]) => {
      const rows = await FIND[noun]?.(ctx, [...new Set(group.map((entry) => entry.nounId))]);
      return (rows ?? []).map(({ id, label, href }) => [recordKey({ noun, nounId: id }), { label, href }] as const);
    }),
  );
  return new Map(found.flat());
}
