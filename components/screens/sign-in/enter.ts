import { signIn } from "next-auth/react";

export type Refused =
  | { kind: "credentials" }
  | { kind: "demo" }
  | { kind: "wait"; seconds: number }
  | { kind: "no-answer" };

/** Signs in and continues to a page of ours; returns why not when that fails. */
export async function enter(email: string, password: string, next: string): Promise<Refused | null> {
  const refused = await openSession(email, password);
  // A whole load: nothing of the visitor before stays in memory.
  if (!refused) window.location.assign(next);
  return refused;
}

/** Signs in and stays on this page; returns why not when that fails. */
export async function openSession(email: string, password: string): Promise<Refused | null> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
  if (answer?.ok && !answer.error) return null;
  return refusalOf(answer?.error ?? null);
}

/** Why no one was signed in, by the code that the server gives; a code that isn't known isn't an answer. */
export function refusalOf(error: string | null): Refused {
  const seconds = /^wait:(\d{1,6})$/.exec(error ?? "")?.[1];
  if (seconds !== undefined) return { kind: "wait", seconds: Number(seconds) };
  if (error === "demo") return { kind: "demo" };
  return error === "credentials" || error === "CredentialsSignin" ? { kind: "credentials" } : { kind: "no-answer" };
}
