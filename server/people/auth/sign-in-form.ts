import { encode } from "next-auth/jwt";
import { localPath } from "#lib/base/text/local-path.ts";
import { secret } from "#server/base/process/secret.ts";
import { deviceCookie } from "./device.ts";
import { SESSION_COOKIE_SECONDS, sessionCookieName } from "./session.ts";
import { trySignIn } from "./try-sign-in.ts";

interface FormRequest {
  form: URLSearchParams;
  headers: Headers;
  origin: string;
  isDemoAccepted: boolean;
}

/**
 * Handles the sign-in form as a browser sends it without a script: redirects to the requested page, or back to the form
 * with the reason.
 */
export async function serveSignInForm({ form, headers, origin, isDemoAccepted }: FormRequest): Promise<Response> {
  const email = (form.get("email") ?? "").trim().toLowerCase();
  const next = localPath(form.get("next"));
  const tried = await trySignIn({ email, password: form.get("password") ?? "", headers, isDemoAccepted });
  if ("kind" in tried) {
    const error = tried.kind === "wait" ? `wait:${tried.seconds}` : tried.kind;
    return goTo(`${origin}/signin?${new URLSearchParams({ error, ...(next === "/" ? {} : { next }) })}`);
  }
  const secure = origin.startsWith("https://");
  const token = { sub: tried.id, sid: tried.sid };
  const value = await encode({ token, secret: secret(), maxAge: SESSION_COOKIE_SECONDS });
  const life = `Path=/; Max-Age=${SESSION_COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return goTo(`${origin}${next}`, [`${sessionCookieName(secure)}=${value}; ${life}`, deviceCookie(headers, email)]);
}

/** The form is posted and the next page is read, so the status is 303. */
function goTo(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
