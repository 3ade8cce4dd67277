import type { Role } from "#lib/base/access/roles.ts";

export interface DemoAccount {
  email: string;
  role: Role;
}

/** The password of all demo accounts. It isn't a secret: the sign-in page shows it while demo data is loaded. */
export const DEMO_PASSWORD = "afterword-demo";

/** The accounts of the demo data, the most privileged role first. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: "admin@example.com", role: "admin" },
  { email: "tpm@example.com", role: "tpm" },
  { email: "facilitator@example.com", role: "facilitator" },
  { email: "member@example.com", role: "member" },
  { email: "viewer@example.com", role: "viewer" },
];
