import { can, readsDraft } from "#lib/base/access/can.ts";
import type { ReviewFacts } from "#lib/base/access/facts.ts";
import { prisma } from "#server/base/db/client.ts";
import { ADDRESS_HEADER } from "#server/base/kernel/client-address.ts";
import { countRequest } from "./limits.ts";
import { networkOf } from "./network-of.ts";
import { signedInBy } from "./signed-in.ts";

/**
 * Returns who opens a socket, and from which network, or null for no one. Counts as one request of the person or
 * address. Throws `rate_limited`.
 */
export async function socketVisitor(headers: Headers): Promise<{ userId: string; network: string } | null> {
  const network = networkOf(headers.get(ADDRESS_HEADER) ?? "unknown");
  const person = await signedInBy(headers, new Date());
  await countRequest(person?.actor.id ?? network);
  return person && { userId: person.actor.id, network };
}

export interface SocketIdentity {
  userId: string;
  name: string;
  sessionId: string | null;
  readOnly: boolean;
  restricted: boolean;
  reviewId: string | null;
}

type ReviewRow = Omit<ReviewFacts, "incident"> & ReviewFacts["incident"] & { id: string };

/** In one query: every socket is checked when it opens and twice a minute. */
async function reviewOf(documentId: string): Promise<{ id: string; facts: ReviewFacts } | null> {
  const [row] = await prisma().$queryRaw<ReviewRow[]>`
    SELECT r.id, r.status::text AS status, r.archived_at IS NOT NULL AS archived, r.owner_id AS "ownerId",
      r.facilitator_id AS "facilitatorId", i.restricted, i.created_by_id AS "createdById",
      ARRAY(SELECT json_build_object('userId', p.user_id, 'role', p.role)
        FROM review_person p WHERE p.review_id = r.id) AS people,
      ARRAY(SELECT g.user_id FROM incident_grant g
        WHERE g.incident_id = i.id AND g.user_id IS NOT NULL) AS "grantUserIds",
      ARRAY(SELECT g.team_id FROM incident_grant g
        WHERE g.incident_id = i.id AND g.team_id IS NOT NULL) AS "grantTeamIds"
    FROM review r JOIN incident i ON i.id = r.incident_id WHERE r.document_id = ${documentId}::uuid`;
  if (!row) return null;
  const { id, restricted, createdById, grantUserIds, grantTeamIds, ...facts } = row;
  return { id, facts: { ...facts, incident: { restricted, createdById, grantUserIds, grantTeamIds } } };
}

/** Returns who opens that document, and whether they can write in it. Null if they can't know
 * about it, or can't read more than its published version. */
export async function socketIdentity(
  headers: Headers,
  documentId: string,
): Promise<SocketIdentity | "signed_out" | null> {
  const [signedIn, review] = await Promise.all([signedInBy(headers, new Date()), reviewOf(documentId)]);
  if (!signedIn) return "signed_out";
  if (!review) return null;
  const { id, facts } = review;
  if (!readsDraft(signedIn.actor, facts)) return null;
  return {
    userId: signedIn.actor.id,
    name: signedIn.actor.name,
    sessionId: signedIn.sessionId,
    readOnly: !can(signedIn.actor, "review", "write", facts),
    restricted: facts.incident.restricted,
    reviewId: id,
  };
}
