import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { localPath } from "#lib/base/text/local-path.ts";
import { PATH_HEADER } from "#server/base/kernel/client-address.ts";
import { type HttpContext, httpContext } from "./http-context.ts";

/** The request behind a page, as the API sees it, no matter who asks. */
export async function visitorContext(): Promise<HttpContext> {
  return httpContext(new Request("http://page.invalid", { headers: await headers() }));
}

/** The request behind a page for who is signed in; everyone else goes to sign in, and comes back here afterwards. */
export async function requireSignedIn(): Promise<HttpContext> {
  const context = await visitorContext();
  if (context.signedIn) return context;
  const next = localPath((await headers()).get(PATH_HEADER));
  redirect(next === "/" ? "/signin" : `/signin?next=${encodeURIComponent(next)}`);
}
