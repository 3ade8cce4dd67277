import { onError } from "@orpc/server";
import { BodyLimitPlugin, RPCHandler } from "@orpc/server/fetch";
import { config } from "#server/config.ts";
import { bodyLimitBytes } from "./body-limit.ts";
import { httpContext } from "./context.ts";
import { toWireError } from "./problem.ts";
import { router } from "./router.ts";

const handler = new RPCHandler(router, {
  plugins: [new BodyLimitPlugin({ maxBodySize: bodyLimitBytes(config().uploadLimitBytes) })],
  clientInterceptors: [
    onError((error) => {
      throw toWireError(error);
    }),
  ],
});

/** The same router for our own client. A request from another site is refused: it would carry the cookie. */
export async function serveRpc(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return new Response(null, { status: 403 });
  const { matched, response } = await handler.handle(request, {
    prefix: "/api/rpc",
    context: await httpContext(request),
  });
  return matched ? response : new Response(null, { status: 404 });
}
