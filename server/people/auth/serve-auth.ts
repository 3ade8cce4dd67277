import NextAuth from "next-auth";
import { acceptsDemo } from "./demo-door.ts";
import { originOf } from "./http-context.ts";
import { authOptions } from "./options.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own addresses: sign in and out, session, CSRF token. Too many tries answer 429 with Retry-After. */
export async function serveAuth(request: Request, route: RouteContext): Promise<Response> {
  let waitSeconds: number | null = null;
  const options = authOptions({
    origin: originOf(request),
    isDemoAccepted: acceptsDemo(request.headers),
    onWait: (seconds) => {
      waitSeconds = seconds;
    },
  });
  const response: Response = await NextAuth(options)(request, route);
  // A form without a script is sent on to the sign-in page, which says the same.
  if (waitSeconds === null || response.headers.has("location")) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(waitSeconds));
  return new Response(response.body, { status: 429, headers });
}
