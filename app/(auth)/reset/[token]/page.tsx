import type { Metadata } from "next";
import { EntryFrame } from "#components/screens/entry/entry-frame.tsx";
import { LinkEnded } from "#components/screens/entry/link-ended.tsx";
import { ResetForm } from "#components/screens/entry/reset-form.tsx";
import { contextFor } from "#server/people/auth/http-context.ts";
import { openResetLink } from "#server/people/member/index.ts";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await openResetLink(contextFor({ kind: "system", label: "set-up" }), { token });
  return (
    <EntryFrame>
      {link ? (
        <>
          <h1>Set a new password</h1>
          <p>For {link.user.email}. Every device that is signed in will be signed out.</p>
          <ResetForm token={token} email={link.user.email} />
        </>
      ) : (
        <LinkEnded what="reset link" />
      )}
    </EntryFrame>
  );
}
