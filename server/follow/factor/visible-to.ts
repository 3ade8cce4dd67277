import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

/** The factors an actor can read: those of the reviews they can read. */
export const factorVisibleTo = (actor: Actor): Prisma.FactorWhereInput => ({ review: reviewVisibleTo(actor) });
