export type Refused =
  | { kind: "credentials" }
  | { kind: "demo" }
  | { kind: "wait"; seconds: number }
  | { kind: "no-answer" };

/** Signs in and continues to one of our pages. Returns the reason if that fails. */
export async function enter(email: string, password: string, next: string): Promise<Refused | null> {
  const refused = await openSession(email, password);
  // A full page load, so nothing of the previous visitor stays in memory.
  if (!refused) window.location.assign(next);
  return refused;
}

/** Signs in and stays on this page. Returns the reason if that fails. */
export async function openSession(email: string, password: string): Promise<Refused | null> {
  const answer = await sendCredentials(email, password).catch(() => undefined);
  if (answer?.ok && !answer.error) return null;
  return refusalOf(answer?.error ?? null);
}

/** Loads next-auth only now: every page can sign in again, and few do. */
async function sendCredentials(email: string, password: string) {
  const { signIn } = await import("next-auth/react");
  return signIn("credentials", { email, password, redirect: false });
}

/** Returns why no one was signed in, by the server's code. An unknown code is ignored. */
export function refusalOf(error: string | null): Refused {
  const seconds = /^wait:(\d{1,6})$/.exec(error ?? "")?.[1];
  if (seconds !== undefined) return { kind: "wait", seconds: Number(seconds) };
  if (error === "demo") return { kind: "demo" };
  return error === "credentials" || error === "CredentialsSignin" ? { kind: "credentials" } : { kind: "no-answer" };
}
