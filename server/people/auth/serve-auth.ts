import NextAuth from "next-auth";
import { acceptsDemo } from "./demo-door.ts";
import { deviceCookie } from "./device.ts";
import { originOf } from "./http-context.ts";
import { authOptions } from "./options.ts";
import { serveSignInForm } from "./sign-in-form.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

const MOST_BYTES = 64 * 1024;

/** Reads the body of a request before next-auth does, which would read any amount; null where it is too large. */
async function boundedText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size).toString("utf8");
}

/**
 * next-auth's own addresses: sign in and out, session, CSRF token. Too many tries answer 429 with Retry-After, and a
 * failing database 503. A device
 * from which somebody signed in is remembered.
 */
export async function serveAuth(request: Request, route: RouteContext): Promise<Response> {
  const text = await boundedText(request);
  if (text === null) return new Response(null, { status: 413, headers: { connection: "close" } });
  Object.defineProperties(request, {
    text: { value: async () => text },
    json: { value: async () => JSON.parse(text) as unknown },
  });
  const origin = originOf(request);
  const isDemoAccepted = acceptsDemo(request.headers);
  if (request.method === "POST" && new URL(request.url).pathname === "/api/auth/sign-in-form")
    return serveSignInForm({ form: new URLSearchParams(text), headers: request.headers, origin, isDemoAccepted });
  let waitSeconds: number | null = null;
  let hasFailed = false;
  let signedInAs: string | null = null;
  const options = authOptions({
    ...{ origin, headers: request.headers, isDemoAccepted },
    onSignedIn: (email) => {
      signedInAs = email;
    },
    onWait: (seconds) => {
      waitSeconds = seconds;
    },
    onFailed: () => {
      hasFailed = true;
    },
  });
  const response: Response = await NextAuth(options)(request, route);
  const headers = new Headers(response.headers);
  if (signedInAs !== null) headers.append("set-cookie", deviceCookie(request.headers, signedInAs));
  const location = headers.get("location");
  if (location !== null) headers.set("location", here(location, origin));
  const { body, status } = response;
  // A form without a script is sent on to the sign-in page, which says the same.
  if (location !== null) return new Response(body, { status, headers });
  if (waitSeconds === null) return new Response(body, { status: hasFailed ? 503 : status, headers });
  headers.set("retry-after", String(waitSeconds));
  return new Response(body, { status: 429, headers });
}

/**
 * next-auth sends people to the one address it was built for; they stay at the one they came to. Its own error pages are
 * none of ours: the form says what is wrong.
 */
function here(location: string, origin: string): string {
  const to = new URL(location, origin);
  const error = to.searchParams.get("error");
  if (error !== null && to.pathname.startsWith("/api/auth/"))
    return `${origin}/signin?${new URLSearchParams({ error: error === "CredentialsSignin" ? "credentials" : error })}`;
  return `${origin}${to.pathname}${to.search}`;
}
