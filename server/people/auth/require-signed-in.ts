import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { localPath } from "#lib/base/text/local-path.ts";
import { PATH_HEADER } from "#server/base/kernel/client-address.ts";
import { type HttpContext, httpContext } from "./http-context.ts";

/** Returns the request behind a page as the API sees it, signed in or not. */
export async function visitorContext(): Promise<HttpContext> {
  return httpContext(new Request("http://page.invalid", { headers: await headers() }));
}

/**
 * Returns the request behind a page for someone signed in. Everyone else is redirected to sign in, and returns here
 * afterwards.
 */
export async function requireSignedIn(): Promise<HttpContext> {
  const context = await visitorContext();
  if (context.signedIn) return { ...context, shared: new Map() };
  const next = localPath((await headers()).get(PATH_HEADER));
  redirect(next === "/" ? "/signin" : `/signin?next=${encodeURIComponent(next)}`);
}
