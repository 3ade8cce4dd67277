import { AppError } from "#lib/base/errors.ts";
import { ADDRESS_HEADER } from "#server/base/kernel/client-address.ts";
import { knownDevice } from "./device.ts";
import { signInWithPassword } from "./sign-in.ts";

interface Tried {
  email: string;
  password: string;
  headers: Headers;
  isDemoAccepted: boolean;
}

type Opened = NonNullable<Awaited<ReturnType<typeof signInWithPassword>>>;

/** Why no one was signed in. */
export type SignInRefusal = { kind: "credentials" } | { kind: "demo" } | { kind: "wait"; seconds: number };

/** Signs in with a request of a browser. Returns the session, or why there is none. */
export async function trySignIn({ email, password, headers, isDemoAccepted }: Tried): Promise<Opened | SignInRefusal> {
  const device = { userAgent: headers.get("user-agent"), ip: headers.get(ADDRESS_HEADER) };
  const deviceId = knownDevice(headers, email);
  try {
    const opened = await signInWithPassword({ email, password, isDemoAccepted, ...device, deviceId }, new Date());
    return opened ?? { kind: "credentials" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.details.rule === "demo_refused") return { kind: "demo" };
    if (error.code !== "rate_limited") throw error;
    return { kind: "wait", seconds: error.details.retryAfterSeconds ?? 60 };
  }
}
