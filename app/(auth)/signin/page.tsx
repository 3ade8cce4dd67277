import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryFrame } from "#components/screens/sign-in/entry-frame.tsx";
import { SignInForm } from "#components/screens/sign-in/sign-in-form.tsx";
import { localPath } from "#lib/base/text/local-path.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { visitorContext } from "#server/people/auth/require-signed-in.ts";
import { hasAccounts, listDemoAccounts } from "#server/people/member/index.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, error } = await searchParams;
  const next = localPath(asked);
  const { signedIn, isDemoAccepted } = await visitorContext();
  if (signedIn) redirect(next);
  const ctx = contextFor({ kind: "system", label: "set-up" });
  if (!(await hasAccounts(ctx))) redirect("/setup");
  const demo = isDemoAccepted ? await listDemoAccounts(ctx) : [];
  return (
    <EntryFrame>
      <h1>Sign in</h1>
      <p>{next === "/" ? "See your reviews and actions" : "You'll return to the page you asked for"}</p>
      <SignInForm next={next} demo={demo} error={typeof error === "string" ? error : null} />
    </EntryFrame>
  );
}
