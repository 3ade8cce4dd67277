import NextAuth from "next-auth";
import { acceptsDemo } from "./demo-door.ts";
import { deviceCookie } from "./device.ts";
import { originOf } from "./http-context.ts";
import { authOptions } from "./options.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth's own addresses: sign in and out, session, CSRF token. Too many tries answer 429 with Retry-After. A device
 * from which somebody signed in is remembered.
 */
export async function serveAuth(request: Request, route: RouteContext): Promise<Response> {
  let waitSeconds: number | null = null;
  let signedInAs: string | null = null;
  const origin = originOf(request);
  const options = authOptions({
    ...{ origin, headers: request.headers, isDemoAccepted: acceptsDemo(request.headers) },
    onSignedIn: (email) => {
      signedInAs = email;
    },
    onWait: (seconds) => {
      waitSeconds = seconds;
    },
  });
  const response: Response = await NextAuth(options)(request, route);
  const headers = new Headers(response.headers);
  if (signedInAs !== null) headers.append("set-cookie", deviceCookie(request.headers, signedInAs));
  const location = headers.get("location");
  if (location !== null) headers.set("location", here(location, origin));
  const { body, status } = response;
  // A form without a script is sent on to the sign-in page, which says the same.
  if (waitSeconds === null || location !== null) return new Response(body, { status, headers });
  headers.set("retry-after", String(waitSeconds));
  return new Response(body, { status: 429, headers });
}

/** next-auth sends people to the one address it was built for; they stay at the one they came to. */
function here(location: string, origin: string): string {
  const to = new URL(location, origin);
  return `${origin}${to.pathname}${to.search}`;
}
