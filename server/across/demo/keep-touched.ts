import { Prisma } from "#generated/prisma/client.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf } from "#server/base/kernel/keys.ts";

/** Audit entries by anyone but the demo: people with their own account, and the command line. */
const BY_PEOPLE = Prisma.sql`
  SELECT noun, noun_id, incident_id FROM audit_entry
   WHERE actor_kind = 'cli'
      OR EXISTS (SELECT 1 FROM "user" WHERE "user".id = audit_entry.actor_id AND NOT "user".demo)`;

/** Tables of demo records that are kept on their own: an action or a change is kept without its incident. */
const ALONE: readonly [table: string, keyOf: ((number: number) => string) | null][] = [
  ["action_item", actionKeyOf],
  ["strategic_change", changeKeyOf],
  ["service", null],
  ["team", null],
  ["integration", null],
  ["tracker", null],
];

/**
 * Keeps every demo record that people created or changed. An incident is kept with its review and its actions, even if
 * they only wrote in its text. Returns the keys of the incidents, actions and changes that stay.
 */
export async function keepTouched({ db }: TxCtx): Promise<string[]> {
  const { sql, join } = Prisma;
  const incidents = await db.$queryRaw<{ id: string; number: number }[]>`
    UPDATE incident SET demo = false WHERE demo AND (
      id IN (SELECT incident_id FROM (${BY_PEOPLE}) touched WHERE noun <> 'action_item')
      OR id IN (
        SELECT review.incident_id FROM review
          JOIN document_client ON document_client.document_id = review.document_id
          JOIN "user" ON "user".id = document_client.user_id AND NOT "user".demo))
    RETURNING id, number`;
  if (incidents.length > 0) {
    const ids = sql`(${join(incidents.map(({ id }) => sql`${id}::uuid`))})`;
    await db.$executeRaw`UPDATE review SET demo = false WHERE incident_id IN ${ids}`;
    await db.$executeRaw`UPDATE action_item SET demo = false WHERE incident_id IN ${ids}`;
  }
  const keys = incidents.map(({ number }) => incidentKeyOf(number));
  for (const [table, keyOf] of ALONE) {
    const kept = await db.$queryRaw<{ number: number }[]>`
      UPDATE ${Prisma.raw(table)} SET demo = false
       WHERE demo AND id IN (SELECT noun_id FROM (${BY_PEOPLE}) touched WHERE noun = ${table})
      RETURNING ${keyOf ? Prisma.raw("number") : sql`0`} AS number`;
    if (keyOf) keys.push(...kept.map(({ number }) => keyOf(number)));
  }
  return keys;
}
