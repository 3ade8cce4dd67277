import { createToken, listTokens, revokeToken } from "#server/people/token/index.ts";
import { os } from "../base.ts";

export const tokenRoutes = {
  list: os.token.list.handler(({ context }) => listTokens(context.ctx)),
  create: os.token.create.handler(({ input, context }) =>
    createToken(context.ctx, { ...input, notAfter: context.signedIn?.tokenExpiresAt ?? null }),
  ),
  revoke: os.token.revoke.handler(({ input, context }) => revokeToken(context.ctx, input)),
};
