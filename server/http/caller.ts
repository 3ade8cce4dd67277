import { createRouterClient, onError } from "@orpc/server";
import type { HttpContext } from "#server/people/auth/http-context.ts";
import { toWireError } from "./problem.ts";
import { router } from "./router.ts";

/** The router called in this process, with the same checks as by HTTP; pages prefetch through it. */
export const callerFor = (context: HttpContext) =>
  createRouterClient(router, {
    context,
    interceptors: [
      onError((error) => {
        throw toWireError(error);
      }),
    ],
  });
