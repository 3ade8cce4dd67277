import { type AnyProcedure, implement, type Router } from "@orpc/server";
import { AppError } from "#lib/base/errors.ts";
import { contract } from "#lib/contract/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { contextOfUser, type HttpContext } from "#server/people/auth/http-context.ts";
import { FUNCTIONS } from "./functions.ts";
import type { Noun } from "./functions-of.ts";
import { isOpenNoun } from "./operations.ts";
import { refuseUnstorable } from "./refuse-unstorable.ts";

const root = implement(contract).$context<HttpContext>();

/** Routes without sign-in: they act as the server and authorize by the one-time secret they receive. */
const open = root.use(({ context, next }, input) => {
  if (context.refusal) throw context.refusal;
  refuseUnstorable(input);
  const ctx = contextFor({ kind: "system", label: "set-up" }, context.requestId);
  return next({ context: { ctx, sessionId: null as string | null } });
});

/** All other routes: 401 before anything is read if no one is signed in. */
const signedIn = root.use(({ context, next }, input) => {
  if (context.refusal) throw context.refusal;
  if (!context.signedIn) throw new AppError("unauthenticated");
  refuseUnstorable(input);
  const { actor, sessionId } = context.signedIn;
  return next({ context: { ctx: contextOfUser(actor, context), sessionId } });
});

type Given = Parameters<Parameters<typeof signedIn.incident.get.handler>[0]>[0];
/** The part that all operations have in common, whatever their input and output. */
type AnyOperation = { handler(handle: (given: Pick<Given, "context"> & { input: unknown }) => unknown): AnyProcedure };

/** Implements each operation of a noun with its function. */
function procedures(noun: Noun) {
  const operations: object = (isOpenNoun(noun) ? open : signedIn)[noun];
  return Object.fromEntries(
    Object.keys(contract[noun]).map((name) => {
      const operation = (operations as Record<string, AnyOperation>)[name] as AnyOperation;
      const run = FUNCTIONS[noun].of(name);
      return [name, operation.handler(({ input, context }) => run(context.ctx, input, context))];
    }),
  );
}

/** The only router. REST, RPC and the in-process caller all use it. */
export const router = Object.fromEntries(
  (Object.keys(contract) as Noun[]).map((noun) => [noun, procedures(noun)]),
) as Router<typeof contract, HttpContext>;
