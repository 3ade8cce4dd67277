import { uuidv7 } from "uuidv7";
import { beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { makeUser } from "./make-context.ts";
import { sharedDatabase } from "./test-database.ts";

export const PASSWORD = "correct horse battery";

/** The database of a test file with a secret for sessions, and members who have a password. */
export function authDesk() {
  const database = sharedDatabase();
  beforeAll(async () => {
    Object.assign(globalThis, { afterwordSecret: "a secret of this test, long enough" });
  });
  return {
    get prisma() {
      return database.prisma;
    },
    /** Creates a person who can sign in with PASSWORD. */
    async member(): Promise<UserActor & { email: string }> {
      const actor = await makeUser(database.prisma, "member", `Mo ${uuidv7()}`);
      const passwordHash = await hashPassword(PASSWORD);
      const { email } = await database.prisma.user.update({ where: { id: actor.id }, data: { passwordHash } });
      return { ...actor, email };
    },
  };
}
