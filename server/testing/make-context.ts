import pino from "pino";
import { uuidv7 } from "uuidv7";
import type { PrismaClient } from "#generated/prisma/client.ts";
import type { Actor, UserActor } from "#lib/base/access/actor.ts";
import type { Role } from "#lib/base/access/roles.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

const silent = pino({ level: "silent" });

/** Returns a context over a test database. The clock can be set, and ids are real. */
export function makeContext(prisma: PrismaClient, actor: Actor, now: () => Date = () => new Date()): Ctx {
  return { actor, db: prisma, now, newId: uuidv7, log: silent, requestId: null };
}

/** Returns a person with their own account, as an actor. */
export async function makeUser(prisma: PrismaClient, role: Role, name: string = role): Promise<UserActor> {
  const id = uuidv7();
  await prisma.user.create({
    data: { id, role, name, email: `${name.toLowerCase().replace(/\W+/g, ".")}.${id}@example.com` },
  });
  return { kind: "user", id, name, role, teamIds: [], scopes: null };
}
