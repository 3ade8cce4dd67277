import { uuidv7 } from "uuidv7";
import type { UserActor } from "#lib/base/access/actor.ts";
import { type Ctx, contextFor } from "#server/base/kernel/context.ts";
import { config } from "#server/base/process/config.ts";
import { acceptsDemo } from "./demo-access.ts";
import { countRequest } from "./limits.ts";
import type { SignedIn } from "./session.ts";
import { signedInBy } from "./signed-in.ts";

/** The arguments of a route handler. */
export interface HttpContext {
  request: Request;
  signedIn: SignedIn | null;
  requestId: string;
  /** Public origin of the request, for links in responses. */
  origin: string;
  /** Network address of the client, for limits. */
  address: string;
  /** Whether a demo account can sign in with this request. */
  isDemoAccepted: boolean;
  /** Fails the request before its input is read: an invalid token or session, or too many requests. */
  refusal: Error | null;
  /** Set for a page. */
  shared?: Ctx["shared"];
}

export const contextOfUser = (actor: UserActor, http: HttpContext): Ctx => ({
  ...contextFor(actor, http.requestId),
  ...{ signal: http.request.signal, shared: http.shared },
});

/** Returns the public origin from the settings, otherwise the one that this request used. */
export const originOf = (request: Request): string => {
  const { publicUrl } = config();
  if (publicUrl !== null) return publicUrl;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? "localhost";
  const protocol = request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol.replace(":", "");
  return `${protocol}://${host}`;
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function contextWith(request: Request, signedIn: SignedIn | null, refusal: Error | null): HttpContext {
  const headers = request.headers;
  return {
    request,
    signedIn,
    requestId: headers.get("x-request-id")?.slice(0, 80) ?? uuidv7(),
    origin: originOf(request),
    address: addressOf(request),
    isDemoAccepted: acceptsDemo(headers),
    refusal,
  };
}

const addressOf = ({ headers }: Request): string => headers.get("x-afterword-address") ?? "unknown";

/** Identifies the caller once per request, and counts the request against the limit of that person or address. */
export async function httpContext(request: Request): Promise<HttpContext> {
  const signedIn = await signedInBy(request.headers, new Date());
  const refusal = await countRequest(signedIn?.actor.id ?? addressOf(request)).then(() => null, asError);
  return contextWith(request, signedIn, refusal);
}

/** The same for an API, which also responds with a problem while the database can't identify anyone. */
export const apiContext = (request: Request): Promise<HttpContext> =>
  httpContext(request).catch((error: unknown) => contextWith(request, null, asError(error)));
