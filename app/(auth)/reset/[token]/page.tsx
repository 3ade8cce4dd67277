import type { Metadata } from "next";
import { EntryFrame } from "#components/screens/sign-in/entry-frame.tsx";
import { LinkEnded } from "#components/screens/sign-in/link-ended.tsx";
import { ResetForm } from "#components/screens/sign-in/reset-form.tsx";
import { contextFor } from "#server/base/kernel/context.ts";
import { visitorContext } from "#server/people/auth/require-signed-in.ts";
import { openResetLink } from "#server/people/member/index.ts";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

const tokensWords = (tokens: number) =>
  tokens === 0
    ? ""
    : tokens === 1
      ? ", and 1 personal token is revoked"
      : `, and ${tokens} personal tokens are revoked`;

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { isDemoAccepted } = await visitorContext();
  const link = await openResetLink(contextFor({ kind: "system", label: "set-up" }), { token, isDemoAccepted });
  return (
    <EntryFrame>
      {link ? (
        <>
          <h1>Set a new password</h1>
          <p>
            For {link.user.email}. All your sessions end{tokensWords(link.user.tokens.length)}.
          </p>
          <ResetForm token={token} email={link.user.email} />
        </>
      ) : (
        <LinkEnded what="reset link" />
      )}
    </EntryFrame>
  );
}
