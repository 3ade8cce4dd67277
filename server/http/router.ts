import { actionItemRoutes } from "./routes/action-item.ts";
import { auditRoutes } from "./routes/audit.ts";
import { commentRoutes } from "./routes/comment.ts";
import { curateRoutes } from "./routes/curate.ts";
import { demoRoutes } from "./routes/demo.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { factorRoutes } from "./routes/factor.ts";
import { findingRoutes } from "./routes/finding.ts";
import { forumRoutes } from "./routes/forum.ts";
import { historyRoutes } from "./routes/history.ts";
import { impactRoutes } from "./routes/impact.ts";
import { importRoutes } from "./routes/import.ts";
import { incidentRoutes } from "./routes/incident.ts";
import { incomingRoutes } from "./routes/incoming.ts";
import { integrationRoutes } from "./routes/integration.ts";
import { meRoutes } from "./routes/me.ts";
import { entryRoutes, memberRoutes } from "./routes/member.ts";
import { notificationRoutes } from "./routes/notification.ts";
import { presenceRoutes } from "./routes/presence.ts";
import { reviewRoutes } from "./routes/review.ts";
import { routingRoutes } from "./routes/routing.ts";
import { searchRoutes } from "./routes/search.ts";
import { serviceRoutes } from "./routes/service.ts";
import { strategicChangeRoutes } from "./routes/strategic-change.ts";
import { teamRoutes } from "./routes/team.ts";
import { timelineRoutes } from "./routes/timeline.ts";
import { timelineExportRoutes } from "./routes/timeline-export.ts";
import { tokenRoutes } from "./routes/token.ts";

/** The one router: REST, RPC and the in-process caller all serve it. */
export const router = {
  actionItem: actionItemRoutes,
  audit: auditRoutes,
  comment: commentRoutes,
  curate: curateRoutes,
  demo: demoRoutes,
  entry: entryRoutes,
  evidence: evidenceRoutes,
  factor: factorRoutes,
  finding: findingRoutes,
  forum: forumRoutes,
  history: historyRoutes,
  impact: impactRoutes,
  import: importRoutes,
  incident: incidentRoutes,
  incoming: incomingRoutes,
  integration: integrationRoutes,
  me: meRoutes,
  member: memberRoutes,
  notification: notificationRoutes,
  presence: presenceRoutes,
  review: reviewRoutes,
  routing: routingRoutes,
  search: searchRoutes,
  service: serviceRoutes,
  strategicChange: strategicChangeRoutes,
  team: teamRoutes,
  timeline: timelineRoutes,
  timelineExport: timelineExportRoutes,
  token: tokenRoutes,
};
