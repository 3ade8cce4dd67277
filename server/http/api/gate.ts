import type { StandardHandleResult, StandardHandlerInterceptorOptions } from "@orpc/server/standard";
import { AppError, invalid } from "#lib/base/errors.ts";
import { authorize, authorizeGlobally } from "#server/base/kernel/authorize.ts";
import { config } from "#server/base/process/config.ts";
import { authorizeUpload } from "#server/follow/action-item/index.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { contextOfUser, type HttpContext } from "#server/people/auth/http-context.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";
import { toWireError } from "../problem/problem.ts";
import { bodyLimitsOf, ORDINARY_BYTES, UPLOADS } from "../upload/body-limit.ts";
import { isForm } from "../upload/read-multipart.ts";
import { fieldsOf, RequestBody } from "../upload/request-body.ts";
import type { Operation } from "./operations.ts";

interface Asked {
  operation: Operation;
  /** The incident, review or action in the path. Null if only the body contains it. */
  key: string | null | undefined;
}

type Given = StandardHandlerInterceptorOptions<HttpContext>;
type Options = Given & { next(options?: Given): Promise<StandardHandleResult> };

/**
 * Decides who calls, and how often, before the body of a request is read, and for an upload whether they can write in
 * that incident, review or action. Then reads the body within the limits of its operation. Throws errors as both entry points
 * send them.
 */
export function gate(askedAt: (method: string, path: string) => Asked | undefined) {
  return async (options: Options): Promise<StandardHandleResult> => {
    const { request, context, prefix = "" } = options;
    const asked = askedAt(request.method, request.url.pathname.slice(prefix.length));
    if (!asked) return options.next();
    const { operation, key } = asked;
    const limits = bodyLimitsOf(operation.name, config().uploadLimitBytes);
    // If the path doesn't name the record, only the form fields before the file do.
    const jsonBytes = key ? limits.jsonBytes : ORDINARY_BYTES;
    const owner = context.signedIn?.actor.id ?? "nobody";
    const body = new RequestBody(context.request, { ...limits, jsonBytes }, owner);
    const admitTo = (recordKey: unknown) => refuseStrangers(operation, context, recordKey);
    const isUpload = operation.name in UPLOADS;
    const isKnown = Boolean(key) || isForNewRecords(operation);
    try {
      admit(operation, context);
      const isFirst = isKnown && (isForm(context.request) || !isMostlySmall(operation));
      if (isUpload && isFirst) await admitTo(key);
      const later = (fields: FormData | null) => admitTo(key || fields === null ? key : keyOf(fields));
      const beforeMuch = isUpload && !isFirst ? later : async () => undefined;
      const read = () => body.read(beforeMuch).catch(throwWire);
      return await options.next({ ...options, request: { ...request, body: read } }).catch(throwWire);
    } catch (error) {
      return throwWire(error);
    } finally {
      await body.dispose();
    }
  };
}

const throwWire = (error: unknown): never => {
  throw toWireError(error);
};

function admit(operation: Operation, context: HttpContext): void {
  if (context.refusal) throw context.refusal;
  if (!operation.isOpen && !context.signedIn) throw new AppError("unauthenticated");
}

/** An upload that creates incidents belongs to none yet. */
const isForNewRecords = ({ name }: Pick<Operation, "name">): boolean => name.startsWith("writeUp.");

/** A step or a piece of evidence of an action seldom has a file. Without one, what is wrong with it is said first. */
const isMostlySmall = ({ name }: Operation): boolean => name.startsWith("actionItem.");

async function refuseStrangers({ name }: Operation, context: HttpContext, key: unknown): Promise<void> {
  if (!context.signedIn) throw new AppError("unauthenticated");
  const ctx = contextOfUser(context.signedIn.actor, context);
  if (isForNewRecords({ name })) return authorizeGlobally(ctx, "incident.create");
  if (name === "picture.add") {
    if (typeof key !== "string") throw invalid("key", "a review key such as REV-7");
    return authorize(ctx, "review", "write", reviewFacts(await loadReview(ctx, key)));
  }
  if (name.startsWith("actionItem.")) {
    if (typeof key !== "string") throw invalid("key", "an action key such as ACT-7");
    return authorizeUpload(ctx, key);
  }
  if (typeof key !== "string") throw invalid("key", "an incident key such as INC-12");
  authorize(ctx, "incident", "curate", incidentFacts(await findIncident(ctx, key)));
}

function keyOf(form: FormData): unknown {
  const fields = fieldsOf(form) as { json?: { key?: unknown } | null } | null | undefined;
  return fields?.json?.key;
}
