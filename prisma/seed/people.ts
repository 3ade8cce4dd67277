import { randomBytes } from "node:crypto";
import type { Role } from "#lib/access/roles.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/demo/accounts.ts";
import { acceptInvitation, inviteMember } from "#server/member/index.ts";
import type { Stage } from "./stage.ts";

interface Person {
  name: string;
  email: string;
  role: Role;
}

const accountOf = (role: Role): string => DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? "";

/** Everybody here is made up. The five roles have the demo password; the others cannot sign in. */
export const PEOPLE = {
  sam: { name: "Sam Whitaker", email: accountOf("admin"), role: "admin" },
  maya: { name: "Maya Lindqvist", email: accountOf("tpm"), role: "tpm" },
  priya: { name: "Priya Raman", email: accountOf("facilitator"), role: "facilitator" },
  tomas: { name: "Tomás Herrera", email: accountOf("member"), role: "member" },
  noor: { name: "Noor Haddad", email: accountOf("viewer"), role: "viewer" },
  jonah: { name: "Jonah Okafor", email: "jonah@example.com", role: "member" },
  ines: { name: "Ines Duarte", email: "ines@example.com", role: "member" },
  wen: { name: "Wen Li", email: "wen@example.com", role: "member" },
  aiko: { name: "Aiko Mori", email: "aiko@example.com", role: "facilitator" },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;

const JOINED_ON = -200;

/** Invites everybody; each accepts. */
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
