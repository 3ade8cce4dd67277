import { listAudit } from "#server/across/audit/index.ts";
import { os } from "../base.ts";

export const auditRoutes = {
  list: os.audit.list.handler(({ input, context }) => listAudit(context.ctx, input)),
};
