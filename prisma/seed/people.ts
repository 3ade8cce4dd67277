import { randomBytes } from "node:crypto";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import { acceptInvitation, inviteMember } from "#server/people/member/index.ts";
import { PEOPLE, type PersonName } from "./cast.ts";
import type { Stage } from "./stage.ts";

const JOINED_ON = -200;

/** Invites everyone and accepts each invitation. */
export async function invitePeople(stage: Stage): Promise<void> {
  await Promise.all((Object.keys(PEOPLE) as PersonName[]).map((name) => join(stage, name)));
}

async function join(stage: Stage, key: PersonName): Promise<void> {
  const { name, email, role } = PEOPLE[key];
  const ctx = stage.itself(JOINED_ON);
  const { url } = await inviteMember(ctx, { email, role, origin: "" });
  const token = url.slice(url.lastIndexOf("/") + 1);
  const canSignIn = DEMO_ACCOUNTS.some((account) => account.email === email);
  const password = canSignIn ? DEMO_PASSWORD : randomBytes(24).toString("base64url");
  await acceptInvitation(ctx, { token, name, password, address: `demo ${key}` });
  const { id } = await stage.db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  stage.enter(key, { kind: "user", id, name, role, teamIds: [], scopes: null });
}
