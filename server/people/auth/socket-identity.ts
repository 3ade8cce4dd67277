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

const REVIEW_ACCESS = {
  id: true,
  status: true,
  archivedAt: true,
  ownerId: true,
  facilitatorId: true,
  people: { select: { userId: true, role: true } },
  incident: {
    select: { restricted: true, createdById: true, grants: { select: { userId: true, teamId: true } } },
  },
} as const;

/** Returns who opens that document, and whether they can write in it. Null if they can't know
 * about it, or can't read more than its published version. */
export async function socketIdentity(
  headers: Headers,
  documentId: string,
): Promise<SocketIdentity | "signed_out" | null> {
  const [signedIn, review] = await Promise.all([
    signedInBy(headers, new Date()),
    prisma().review.findUnique({ where: { documentId }, select: REVIEW_ACCESS }),
  ]);
  if (!signedIn) return "signed_out";
  if (!review) return null;
  const facts: ReviewFacts = {
    ...review,
    archived: review.archivedAt !== null,
    incident: { ...review.incident, ...grantsOf(review.incident.grants) },
  };
  if (!readsDraft(signedIn.actor, facts)) return null;
  return {
    userId: signedIn.actor.id,
    name: signedIn.actor.name,
    sessionId: signedIn.sessionId,
    readOnly: !can(signedIn.actor, "review", "write", facts),
    restricted: review.incident.restricted,
    reviewId: review.id,
  };
}

const grantsOf = (grants: readonly { userId: string | null; teamId: string | null }[]) => ({
  grantUserIds: grants.flatMap(({ userId }) => (userId === null ? [] : [userId])),
  grantTeamIds: grants.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])),
});
