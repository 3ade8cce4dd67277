import { getMe, updateMe } from "#server/across/me/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import { changePassword, endSession, listSessions, signOutEverywhere } from "#server/people/me/index.ts";
import { os } from "../base.ts";

export const meRoutes = {
  get: os.me.get.handler(({ context }) => getMe(context.ctx)),
  update: os.me.update.handler(({ input, context }) => updateMe(context.ctx, input)),
  work: os.me.work.handler(({ context }) => getWork(context.ctx)),
  changePassword: os.me.changePassword.handler(({ input, context }) =>
    changePassword(context.ctx, { ...input, sessionId: context.sessionId }),
  ),
  sessions: os.me.sessions.handler(({ context }) => listSessions(context.ctx, { sessionId: context.sessionId })),
  endSession: os.me.endSession.handler(({ input, context }) => endSession(context.ctx, input)),
  signOutEverywhere: os.me.signOutEverywhere.handler(({ context }) =>
    signOutEverywhere(context.ctx, { sessionId: context.sessionId }),
  ),
};
