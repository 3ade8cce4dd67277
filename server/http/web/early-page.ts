import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { count } from "#server/base/process/metrics.ts";
import { signedInBy } from "#server/people/auth/signed-in.ts";
import { beginPage } from "./begin-page.ts";
import { headersOf } from "./node-request.ts";

/** The page of a review has most to read before it is made, and people open it to read and write at once. */
const ADDRESS = /^\/reviews\/REV-\d+(?:\?|$)/;
const PAGE = "/(main)/reviews/[key]/page";
const SET = `["${PAGE}"] = `;
/** Fonts of what is seen first. */
const FONTS = /^(hanken-grotesk-latin-wght|literata-latin-opsz)-normal\..*\.woff2$/;

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
  vary: "accept-encoding",
};

/** Sends the headers of a page before it is made, if it is one of these and its reader is signed in. */
export type EarlyPages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Tells browsers which styles and fonts a page needs while the page is still made, so they have them when it comes.
 * `folder` is the build (.next). A reader who isn't signed in is redirected by the page, which sets its own status.
 */
export function earlyPages(folder: string, log: Logger): EarlyPages {
  const link = linksOf(folder);
  return async (request, response) => {
    if (!isPage(request) || (await signedInBy(headersOf(request), new Date())) === null) return;
    if (response.destroyed) return;
    const isGzipRead = new Negotiator(request).encodings(["gzip"]).length > 0;
    // The page would compress itself once more.
    delete request.headers["accept-encoding"];
    beginPage(response, { ...HEADERS, link }, { isGzipRead, onFailed: (status) => tellFailed(request, status, log) });
  };
}

/** The client sees status 200, so only this tells of it. */
function tellFailed({ url }: IncomingMessage, status: number, log: Logger): void {
  log.error({ path: url?.split("?", 1)[0], status }, "a page failed after its headers were sent");
  count("afterword_pages_failed_late_total", "Pages that failed after their headers were sent with status 200.", {});
}

/** Next asks for parts of a page at the same address, with a header of its own. */
const isPage = ({ method, url = "", headers }: IncomingMessage): boolean =>
  method === "GET" && ADDRESS.test(url) && headers.rsc === undefined && /text\/html/.test(headers.accept ?? "");

function linksOf(folder: string): string[] {
  const media = readdirSync(join(folder, "static/media"));
  const sheets = sheetsOf(folder).map((path) => `</_next/${path}>; rel=preload; as=style`);
  const fonts = media.filter((name) => FONTS.test(name));
  return [
    ...sheets,
    ...fonts.map((name) => `</_next/static/media/${name}>; rel=preload; as=font; type="font/woff2"; crossorigin`),
  ];
}

/** The manifest is a script that sets the sheets of each page and layout. */
function sheetsOf(folder: string): string[] {
  const script = readFileSync(join(folder, `server/app${PAGE}_client-reference-manifest.js`), "utf8");
  const value = script.slice(script.indexOf(SET) + SET.length).replace(/;\s*$/, "");
  const { entryCSSFiles } = JSON.parse(value) as { entryCSSFiles: Record<string, { path: string }[]> };
  return (entryCSSFiles[`[project]/app${PAGE}`] ?? []).map(({ path }) => path);
}
