import { z } from "zod";
import { ROLES } from "#lib/base/access/roles.ts";
import { done, id, instant, line, namedRef, pageInput, pageOf, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { password } from "./me.ts";

export const Member = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  teams: z.array(namedRef),
  disabled: z.boolean(),
  /** Null unless the reader can manage people. */
  lastSeenAt: instant.nullable(),
  openSessions: z.int().nullable(),
  version,
});
export type Member = z.infer<typeof Member>;

export const Invitation = z.strictObject({
  id,
  email: z.string(),
  role: z.enum(ROLES),
  invitedBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
});
export type Invitation = z.infer<typeof Invitation>;

/** A link that is shown once. */
export const OneTimeLink = z.strictObject({ url: z.string(), expiresAt: instant });

export const memberContract = {
  list: route("GET", "/members", "People", "People")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        includeDisabled: z.boolean().default(false),
      }),
    )
    .output(pageOf(Member)),
  update: route("PATCH", "/members/{id}", "Change a role, or remove or restore access", "People")
    .input(
      z.strictObject({
        id,
        version,
        role: z.enum(ROLES).optional(),
        disabled: z.boolean().optional(),
        name: line(LENGTHS.person.name).optional(),
      }),
    )
    .output(Member),
  resetLink: route("POST", "/members/{id}/reset-link", "One-time link to set a new password", "People")
    .input(z.strictObject({ id }))
    .output(OneTimeLink),
  invite: route("POST", "/invitations", "Invite someone with a link", "People")
    .input(z.strictObject({ email: z.email().max(LENGTHS.person.email), role: z.enum(ROLES).default("member") }))
    .output(OneTimeLink.extend({ id })),
  invitations: route("GET", "/invitations", "Invitations not used yet", "People").output(
    z.strictObject({ items: z.array(Invitation) }),
  ),
  revokeInvitation: route("DELETE", "/invitations/{id}", "Revoke an invitation", "People")
    .input(z.strictObject({ id }))
    .output(done),
};

/** Entry points that need no sign-in: set-up, invitation, reset. */
export const entryContract = {
  checkSetUpCode: route("POST", "/set-up/check", "Check a set-up code", "Entry")
    .input(z.strictObject({ code: line(40) }))
    .output(done),
  setUp: route("POST", "/set-up", "Create the first admin with the code from the log", "Entry")
    .input(
      z.strictObject({
        code: line(40),
        name: line(LENGTHS.person.name),
        email: z.email().max(LENGTHS.person.email),
        password,
      }),
    )
    .output(done),
  acceptInvitation: route("POST", "/invitations/accept", "Create an account from an invitation", "Entry")
    .input(z.strictObject({ token: line(100), name: line(LENGTHS.person.name), password }))
    .output(z.strictObject({ email: z.string() })),
  resetPassword: route("POST", "/reset", "Set a new password with a one-time link", "Entry")
    .input(z.strictObject({ token: line(100), password }))
    .output(z.strictObject({ email: z.string() })),
};
