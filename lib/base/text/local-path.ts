const NOWHERE = "http://local.invalid";

/** A path of this site to continue to, from an address that anyone can have written; "/" for everything else. */
export function localPath(text: unknown): string {
  if (typeof text !== "string" || !text.startsWith("/") || text.length > 2000) return "/";
  if (!URL.canParse(text, NOWHERE)) return "/";
  const url = new URL(text, NOWHERE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === NOWHERE && !path.startsWith("//") ? path : "/";
}
