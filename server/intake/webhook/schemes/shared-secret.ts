import { isAmong } from "./compare.ts";
import type { HookRequest, Scheme } from "./request.ts";

/**
 * The secret itself is sent, for tools that sign nothing: bearer token (or the bare token), basic password,
 * X-Afterword-Secret, `?secret=` or after a dot in the path.
 */
export const sharedSecret: Scheme = {
  verify(request, secret) {
    const given = presented(request);
    if (given.length === 0) return "no_signature";
    return isAmong(given, secret) ? "ok" : "wrong_signature";
  },
  sign: (_body, secret) => ({ authorization: `Bearer ${secret}` }),
};

function presented({ headers, query, pathSecret }: HookRequest): string[] {
  const found = [headers.get("x-afterword-secret"), query.get("secret"), pathSecret];
  const authorization = headers.get("authorization")?.trim();
  if (authorization) {
    const [kind = "", value = ""] = authorization.split(/\s+/, 2);
    if (kind.toLowerCase() === "basic") found.push(passwordOf(value));
    else found.push(value || kind);
  }
  return found.filter((one): one is string => one !== null && one !== "");
}

function passwordOf(basic: string): string {
  const text = Buffer.from(basic, "base64").toString("utf8");
  return text.slice(text.indexOf(":") + 1);
}
