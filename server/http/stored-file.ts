import { z } from "zod";
import { AppError, notFound } from "#lib/base/errors.ts";
import { isPictureType } from "#lib/base/vocabulary/picture-type.ts";
import { actionKey, id, incidentKey, reviewKey } from "#lib/contract/base.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { downloadActionFile } from "#server/follow/action-item/index.ts";
import { type Download, downloadEvidence } from "#server/incidents/evidence/index.ts";
import { contextOfUser, type HttpContext, httpContext } from "#server/people/auth/http-context.ts";
import { downloadPicture } from "#server/reviews/picture/index.ts";
import { logRequest } from "./api/log-request.ts";
import { retryAfter, toWireError } from "./problem/problem.ts";

const EvidenceAddress = z.object({ key: incidentKey, id });
const ActionFileAddress = z.object({ key: actionKey, id });
const PictureAddress = z.object({ key: reviewKey, id });
const Width = z.coerce.number().int().min(1).max(100_000);

/** A file, and whether it is a download even if a page could show it. */
interface Served extends Download {
  isSaved?: true;
}
type Find = (ctx: Ctx) => Promise<Served>;
type Address = { key: string; id: string };

/** Serves the bytes of an attached file. */
export const serveEvidenceFile = (request: Request, address: Address): Promise<Response> =>
  serve(request, async (ctx) => {
    const asked = EvidenceAddress.safeParse(address);
    if (!asked.success) throw notFound();
    return downloadEvidence(ctx, asked.data);
  });

/** Serves the bytes of a file that is evidence of an action, always as a download. */
export const serveActionFile = (request: Request, address: Address): Promise<Response> =>
  serve(request, async (ctx) => {
    const asked = ActionFileAddress.safeParse(address);
    if (!asked.success) throw notFound();
    return { ...(await downloadActionFile(ctx, asked.data)), isSaved: true };
  });

/** Serves a picture of a review's text, in at least the asked width. */
export const serveReviewPicture = (request: Request, address: Address): Promise<Response> =>
  serve(request, async (ctx) => {
    const asked = PictureAddress.safeParse(address);
    if (!asked.success) throw notFound();
    const width = Width.safeParse(new URL(request.url).searchParams.get("width") ?? Number.NaN);
    return downloadPicture(ctx, { ...asked.data, width: width.data });
  });

/**
 * Serves the bytes of a stored file. Pictures can be shown in a page. Everything else is a download, and nothing in
 * it can run, whatever it claims to be.
 */
async function serve(request: Request, find: Find): Promise<Response> {
  const startedAt = performance.now();
  const context = await httpContext(request);
  const answer = await answerTo(request, find, context).catch((error: unknown) => {
    const { data } = toWireError(error);
    return Response.json(
      { ...data, requestId: context.requestId },
      {
        status: data.status,
        headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...retryAfter(data) },
      },
    );
  });
  answer.headers.set("x-request-id", context.requestId);
  logRequest({ request, status: answer.status, startedAt, context });
  return answer;
}

async function answerTo(request: Request, find: Find, context: HttpContext) {
  if (context.refusal) throw context.refusal;
  if (!context.signedIn) throw new AppError("unauthenticated");
  const file = await find(contextOfUser(context.signedIn.actor, context));
  const etag = `"${file.hash}"`;
  const headers = {
    "content-type": file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
    "content-disposition": dispositionOf(file),
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    // Validated each time, so people who lost access don't find it in the browser's cache.
    "cache-control": "private, no-cache",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers: { ...headers, "content-length": String(file.bytes.length) } });
}

/** Returns the header: shown in the page for pictures only, with the name in both spellings of RFC 6266. */
function dispositionOf({ mediaType, filename, isSaved }: Served): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const coded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const how = isPictureType(mediaType) && !isSaved ? "inline" : "attachment";
  return `${how}; filename="${plain}"; filename*=UTF-8''${coded}`;
}
