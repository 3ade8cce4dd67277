const NOWHERE = "http://local.invalid";

/** Returns a path of this site from an untrusted URL to continue to, or "/" for anything else. */
export function localPath(text: unknown): string {
  if (typeof text !== "string" || !text.startsWith("/") || text.length > 2000) return "/";
  if (!URL.canParse(text, NOWHERE)) return "/";
  const url = new URL(text, NOWHERE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === NOWHERE && !path.startsWith("//") ? path : "/";
}
