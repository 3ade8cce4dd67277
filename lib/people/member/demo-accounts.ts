import type { Role } from "#lib/base/access/roles.ts";

export interface DemoAccount {
  email: string;
  role: Role;
}

/** One password for all of them; it isn't a secret and is on the sign-in page while the demo data is there. */
export const DEMO_PASSWORD = "afterword-demo";

/** The accounts of the demo data, most able first. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: "admin@example.com", role: "admin" },
  { email: "tpm@example.com", role: "tpm" },
  { email: "facilitator@example.com", role: "facilitator" },
  { email: "member@example.com", role: "member" },
  { email: "viewer@example.com", role: "viewer" },
];
