import { z } from "zod";
import { AppError, notFound } from "#lib/base/errors.ts";
import { id, incidentKey } from "#lib/contract/base.ts";
import { isPictureType } from "#lib/incidents/evidence/picture.ts";
import { downloadEvidence } from "#server/incidents/evidence/index.ts";
import { contextOfUser, type HttpContext, httpContext } from "#server/people/auth/http-context.ts";
import { logRequest } from "./api/log-request.ts";
import { retryAfter, toWireError } from "./problem/problem.ts";

const Address = z.object({ key: incidentKey, id });

/**
 * Serves the bytes of an attached file. Pictures can be shown in a page. Everything else is a download, and nothing in
 * it can run, whatever it claims to be.
 */
export async function serveEvidenceFile(request: Request, address: { key: string; id: string }): Promise<Response> {
  const startedAt = performance.now();
  const context = await httpContext(request);
  const answer = await answerTo(request, address, context).catch((error: unknown) => {
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

async function answerTo(request: Request, address: { key: string; id: string }, context: HttpContext) {
  if (context.refusal) throw context.refusal;
  if (!context.signedIn) throw new AppError("unauthenticated");
  const asked = Address.safeParse(address);
  if (!asked.success) throw notFound();
  const file = await downloadEvidence(contextOfUser(context.signedIn.actor, context), asked.data);
  const etag = `"${file.hash}"`;
  const headers = {
    "content-type": file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
    "content-disposition": dispositionOf(file.mediaType, file.filename),
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
function dispositionOf(mediaType: string, filename: string): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const coded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const how = isPictureType(mediaType) ? "inline" : "attachment";
  return `${how}; filename="${plain}"; filename*=UTF-8''${coded}`;
}
