import NextAuth from "next-auth";
import { ERRORS } from "#lib/base/errors.ts";
import { acceptsDemo } from "./demo-access.ts";
import { deviceCookie } from "./device.ts";
import { originOf } from "./http-context.ts";
import { authOptions } from "./options.ts";
import { serveSignInForm } from "./sign-in-form.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

const MOST_BYTES = 64 * 1024;

/** Reads the body of a request before next-auth does, which would read any amount. Null if it is too large. */
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

/** Returns the fields that next-auth would read from the body: text only. Null if the body contains anything else. */
function fieldsOf(text: string, contentType: string): Record<string, string> | null {
  if (!contentType.includes("application/json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
    const fields = Object.entries(body);
    if (!fields.every((field): field is [string, string | boolean] => /^(string|boolean)$/.test(typeof field[1])))
      return null;
    return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

function refuseBody(): Response {
  const detail = "Send a JSON object or a form, each field with text";
  const problem = {
    type: "/api/v1/docs#error-invalid",
    title: ERRORS.invalid.title,
    status: 400,
    code: "invalid",
    detail,
  };
  return Response.json(problem, { status: 400, headers: { "content-type": "application/problem+json" } });
}

/**
 * Serves next-auth's addresses: sign in and out, session, CSRF token. Too many attempts return 429 with Retry-After, a
 * failing database 503, and an unreadable body 400. The device of a sign-in is remembered.
 */
export async function serveAuth(request: Request, route: RouteContext): Promise<Response> {
  const text = await boundedText(request);
  if (text === null) return new Response(null, { status: 413, headers: { connection: "close" } });
  const fields = request.method === "POST" ? fieldsOf(text, request.headers.get("content-type") ?? "") : {};
  if (fields === null) return refuseBody();
  Object.defineProperties(request, { text: { value: async () => text }, json: { value: async () => fields } });
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
  // A form without a script is redirected to the sign-in page, which shows the same.
  if (location !== null) return new Response(body, { status, headers });
  if (waitSeconds === null) return new Response(body, { status: hasFailed ? 503 : status, headers });
  headers.set("retry-after", String(waitSeconds));
  return new Response(body, { status: 429, headers });
}

/**
 * next-auth redirects people to the address it was built for, so this keeps them at the one they used. Its own error
 * pages aren't used: the form shows what is wrong.
 */
function here(location: string, origin: string): string {
  const to = new URL(location, origin);
  const error = to.searchParams.get("error");
  if (error !== null && to.pathname.startsWith("/api/auth/"))
    return `${origin}/signin?${new URLSearchParams({ error: error === "CredentialsSignin" ? "credentials" : error })}`;
  return `${origin}${to.pathname}${to.search}`;
}
