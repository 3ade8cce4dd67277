import type { Role } from "#lib/base/access/roles.ts";
import { DEMO_ACCOUNTS } from "#lib/people/member/demo-accounts.ts";

interface Person {
  name: string;
  email: string;
  role: Role;
}

const accountOf = (role: Role): string => DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? "";

/** Everyone here is fictional. The five roles have the demo password. The others cannot sign in. */
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
