/** Whether a browser says that another site or another port of this one sent the request: it would have the cookie. */
export function isFromOtherSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
