import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";

/** Strategic changes are read by everyone; what hangs on a restricted incident is left out of them row by row. */
export const strategicChangeVisibleTo = (_actor: Actor): Prisma.StrategicChangeWhereInput => ({});
