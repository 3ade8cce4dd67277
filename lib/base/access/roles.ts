/** The five roles, weakest first. */
export const ROLES = ["viewer", "member", "facilitator", "tpm", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Record<Role, string> = {
  viewer: "Viewer",
  member: "Member",
  facilitator: "Facilitator",
  tpm: "TPM",
  admin: "Admin",
};

export const TOKEN_SCOPES = ["read", "write", "admin"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Returns what a person is besides a member, for a line such as "TPM, Storage". Empty for a member. */
export const titlesOf = (role: Role): string[] => (role === "member" ? [] : [ROLE_WORDS[role]]);
