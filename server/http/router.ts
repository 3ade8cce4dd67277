import { actionItemRoutes } from "./routes/action-item.ts";
import { auditRoutes } from "./routes/audit.ts";
import { commentRoutes } from "./routes/comment.ts";
import { demoRoutes } from "./routes/demo.ts";
import { factorRoutes } from "./routes/factor.ts";
import { forumRoutes } from "./routes/forum.ts";
import { historyRoutes } from "./routes/history.ts";
import { importRoutes } from "./routes/import.ts";
import { incidentRoutes } from "./routes/incident.ts";
import { meRoutes } from "./routes/me.ts";
import { entryRoutes, memberRoutes } from "./routes/member.ts";
import { notificationRoutes } from "./routes/notification.ts";
import { reviewRoutes } from "./routes/review.ts";
import { searchRoutes } from "./routes/search.ts";
import { serviceRoutes } from "./routes/service.ts";
import { strategicChangeRoutes } from "./routes/strategic-change.ts";
import { teamRoutes } from "./routes/team.ts";
import { timelineRoutes } from "./routes/timeline.ts";
import { tokenRoutes } from "./routes/token.ts";

/** The one router: REST, RPC and the in-process caller all serve it. */
export const router = {
  actionItem: actionItemRoutes,
  audit: auditRoutes,
  comment: commentRoutes,
  demo: demoRoutes,
  entry: entryRoutes,
  factor: factorRoutes,
  forum: forumRoutes,
  history: historyRoutes,
  import: importRoutes,
  incident: incidentRoutes,
  me: meRoutes,
  member: memberRoutes,
  notification: notificationRoutes,
  review: reviewRoutes,
  search: searchRoutes,
  service: serviceRoutes,
  strategicChange: strategicChangeRoutes,
  team: teamRoutes,
  timeline: timelineRoutes,
  token: tokenRoutes,
};
