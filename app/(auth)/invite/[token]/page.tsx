import type { Metadata } from "next";
import { AcceptForm } from "#components/screens/sign-in/accept-form.tsx";
import { EntryFrame } from "#components/screens/sign-in/entry-frame.tsx";
import { LinkEnded } from "#components/screens/sign-in/link-ended.tsx";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { openInvitation } from "#server/people/member/index.ts";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await openInvitation(contextFor({ kind: "system", label: "set-up" }), { token });
  if (!invitation) {
    return (
      <EntryFrame>
        <LinkEnded what="invitation" />
      </EntryFrame>
    );
  }
  const { email, role, invitedBy } = invitation;
  return (
    <EntryFrame>
      <h1>Join Afterword</h1>
      <p>
        {invitedBy ? `${invitedBy} invites you` : "You're invited"} as {ROLE_WORDS[role]}.
      </p>
      <AcceptForm token={token} email={email} />
    </EntryFrame>
  );
}
