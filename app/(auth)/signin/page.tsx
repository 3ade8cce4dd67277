import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryFrame } from "#components/member/entry-frame.tsx";
import { SignInForm } from "#components/member/sign-in-form.tsx";
import { localPath } from "#lib/text/local-path.ts";
import { visitorContext } from "#server/auth/require-signed-in.ts";
import { contextFor } from "#server/http/context.ts";
import { isSetUp, listDemoAccounts } from "#server/member/index.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  if ((await visitorContext()).signedIn) redirect(next);
  const ctx = contextFor({ kind: "system", label: "set-up" });
  if (!(await isSetUp(ctx))) redirect("/setup");
  const demo = await listDemoAccounts(ctx);
  return (
    <EntryFrame>
      <h1>Sign in</h1>
      <p>{next === "/" ? "To your reviews and actions" : "Then you go on to the page you asked for"}</p>
      <SignInForm next={next} demo={demo} />
    </EntryFrame>
  );
}
