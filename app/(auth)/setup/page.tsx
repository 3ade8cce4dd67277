import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SetUp } from "#components/screens/set-up/set-up.tsx";
import { contextFor } from "#server/base/kernel/context.ts";
import { isSetUp } from "#server/people/member/index.ts";

export const metadata: Metadata = { title: "Set up" };
export const dynamic = "force-dynamic";

export default async function SetUpPage() {
  if (await isSetUp(contextFor({ kind: "system", label: "set-up" }))) redirect("/signin");
  return <SetUp />;
}
