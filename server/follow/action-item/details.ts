import { Prisma } from "#generated/prisma/client.ts";
import type { EffectAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionDetails } from "#lib/contract/action-details.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import { pointsOf, pointsShown } from "#lib/follow/action-item/evidence.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";

/** The details of an action as a statement returns them. */
export interface DetailsRecord {
  doneWhen: string;
  evidence: { point: string | null }[] | null;
  changes: { number: number; title: string }[] | null;
  issues: { ref: string; url: string }[] | null;
  trackerUrl: string | null;
  implementedBy: PersonRef | null;
  implementedAt: string | null;
  verifiedBy: PersonRef | null;
  verifiedAt: string | null;
  effectDueOn: string | null;
  effectAnswer: EffectAnswer | null;
  updatedAt: string;
}

/** The details of actions by their ids, as one value of a statement. */
export const detailsSql = (ids: readonly string[]): Prisma.Sql => Prisma.sql`(
  SELECT json_object_agg(a.id, json_build_object(
    'doneWhen', a.done_when, 'trackerUrl', a.tracker_url, 'updatedAt', a.updated_at,
    'implementedBy', (SELECT json_build_object('id', id, 'name', name) FROM "user" WHERE id = a.implemented_by_id),
    'implementedAt', a.implemented_at,
    'verifiedBy', (SELECT json_build_object('id', id, 'name', name) FROM "user" WHERE id = a.verified_by_id),
    'verifiedAt', a.verified_at,
    'effectDueOn', CASE WHEN a.status = 'verified' THEN a.effect_due_on END,
    'effectAnswer', CASE WHEN a.status = 'verified' THEN (SELECT e.answer FROM action_effect_answer e
      WHERE e.action_item_id = a.id AND e.at >= a.verified_at ORDER BY e.at DESC, e.id DESC LIMIT 1) END,
    'evidence', (SELECT json_agg(json_build_object('point', e.point)) FROM action_evidence e
      WHERE e.action_item_id = a.id AND e.removed_at IS NULL AND e.effect_answer_id IS NULL),
    'issues', (SELECT json_agg(json_build_object('ref', i.ref, 'url', i.url) ORDER BY i.ref) FROM linked_issue i
      WHERE i.action_item_id = a.id AND i.unlinked_at IS NULL),
    'changes', (SELECT json_agg(json_build_object('number', c.number, 'title', c.title) ORDER BY c.number)
      FROM strategic_change_action l JOIN strategic_change c ON c.id = l.change_id
      WHERE l.action_item_id = a.id AND c.archived_at IS NULL)))
  FROM action_item a WHERE a.id = ANY(${[...ids]}::uuid[]))`;

const instantOf = (at: string) => new Date(at).toISOString();

/** Returns details as the API has them. */
export function presentDetails({ doneWhen, evidence, changes, issues, ...rest }: DetailsRecord): ActionDetails {
  const { implementedAt, verifiedAt, updatedAt } = rest;
  return {
    ...rest,
    implementedAt: implementedAt && instantOf(implementedAt),
    verifiedAt: verifiedAt && instantOf(verifiedAt),
    updatedAt: instantOf(updatedAt),
    changes: (changes ?? []).map(({ number, title }) => ({ key: changeKeyOf(number), title })),
    issues: issues ?? [],
    evidence: pointsShown(pointsOf(doneWhen), evidence ?? []),
  };
}
