import { implement } from "@orpc/server";
import { AppError } from "#lib/base/errors.ts";
import { contract } from "#lib/contract/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { contextOfUser, type HttpContext } from "#server/people/auth/http-context.ts";
import { refuseUnstorable } from "./refuse-unstorable.ts";

const root = implement(contract).$context<HttpContext>();

/** Routes that need no sign-in: they act as the server and authorize by the one-time secret they receive. */
export const open = root.use(({ context, next }, input) => {
  if (context.refusal) throw context.refusal;
  refuseUnstorable(input);
  return next({ context: { ctx: contextFor({ kind: "system", label: "set-up" }, context.requestId) } });
});

/** Every other route: 401 before anything is read when no one is signed in. */
export const os = root.use(({ context, next }, input) => {
  if (context.refusal) throw context.refusal;
  if (!context.signedIn) throw new AppError("unauthenticated");
  refuseUnstorable(input);
  return next({
    context: { ctx: contextOfUser(context.signedIn.actor, context), sessionId: context.signedIn.sessionId },
  });
});
