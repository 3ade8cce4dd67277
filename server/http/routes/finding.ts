import { findingRecords } from "#server/follow/finding/index.ts";
import { acceptFinding, dismissFinding, listFindings, restoreFinding } from "#server/incidents/finding/index.ts";
import { os } from "../base.ts";

export const findingRoutes = {
  list: os.finding.list.handler(({ input, context }) => listFindings(context.ctx, input, findingRecords)),
  accept: os.finding.accept.handler(({ input, context }) => acceptFinding(context.ctx, input, findingRecords)),
  dismiss: os.finding.dismiss.handler(({ input, context }) => dismissFinding(context.ctx, input, findingRecords)),
  restore: os.finding.restore.handler(({ input, context }) => restoreFinding(context.ctx, input, findingRecords)),
};
