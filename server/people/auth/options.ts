import type { NextAuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { localPath } from "#lib/base/text/local-path.ts";
import { logger } from "#server/base/process/log.ts";
import { secret } from "#server/base/process/secret.ts";
import { SESSION_COOKIE_SECONDS, sessionCookieName } from "./session.ts";
import { endSignIn } from "./sign-out.ts";
import { trySignIn } from "./try-sign-in.ts";

declare module "next-auth" {
  interface User {
    sid?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

interface AuthRequest {
  /** The address of the request. Otherwise next-auth would redirect everyone to one fixed address. */
  origin: string;
  isDemoAccepted: boolean;
  headers: Headers;
  /** Called after a sign-in. */
  onSignedIn: (email: string) => void;
  /** Called for too many attempts, with the seconds to wait, for which next-auth has no status. */
  onWait: (seconds: number) => void;
  /** Called if no one could be signed in, for any account. */
  onFailed: () => void;
}

/**
 * Returns the options of next-auth with our own tables: the cookie contains only the id of a session row. OIDC can be
 * added as another provider.
 */
export function authOptions({
  origin,
  isDemoAccepted,
  headers,
  onSignedIn,
  onWait,
  onFailed,
}: AuthRequest): NextAuthOptions {
  const secure = origin.startsWith("https://");
  return {
    secret: secret(),
    session: { strategy: "jwt", maxAge: SESSION_COOKIE_SECONDS },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    logger: {
      warn: (code) => (code === "NEXTAUTH_URL" ? undefined : logger().warn({ code }, "next-auth")),
      error: (code, metadata) => logger().error({ code, err: metadata }, "next-auth"),
      debug: () => undefined,
    },
    pages: { signIn: "/signin", error: "/signin" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given): Promise<User | null> {
          if (!given?.email || !given.password) return null;
          const email = given.email.trim().toLowerCase();
          const tried = await trySignIn({ email, password: given.password, headers, isDemoAccepted }).catch(
            (error: unknown) => {
              logger().error({ err: error }, "could not sign a user in");
              onFailed();
              // Its message is put into a URL, so it must never come from the database.
              throw new Error("unavailable");
            },
          );
          if (!("kind" in tried)) {
            onSignedIn(email);
            return tried;
          }
          if (tried.kind === "credentials") return null;
          if (tried.kind === "demo") throw new Error("demo");
          onWait(tried.seconds);
          throw new Error(`wait:${tried.seconds}`);
        },
      }),
    ],
    callbacks: {
      redirect: ({ url }) => `${origin}${localPath(url.startsWith(origin) ? url.slice(origin.length) : url)}`,
      jwt: ({ token, user }) => (user?.sid ? { sub: user.id, sid: user.sid } : token),
    },
    events: {
      async signOut({ token }) {
        if (token?.sid) await endSignIn(token.sid, new Date());
      },
    },
  };
}
