import { actionItemContract } from "./action-item.ts";
import { auditContract } from "./audit.ts";
import { commentContract } from "./comment.ts";
import { demoContract } from "./demo.ts";
import { factorContract } from "./factor.ts";
import { forumContract } from "./forum.ts";
import { historyContract } from "./history.ts";
import { importContract } from "./import.ts";
import { incidentContract } from "./incident.ts";
import { meContract } from "./me.ts";
import { entryContract, memberContract } from "./member.ts";
import { notificationContract } from "./notification.ts";
import { reviewContract } from "./review.ts";
import { searchContract } from "./search.ts";
import { serviceContract } from "./service.ts";
import { strategicChangeContract } from "./strategic-change.ts";
import { teamContract } from "./team.ts";
import { timelineContract } from "./timeline.ts";
import { tokenContract } from "./token.ts";

/** The whole API: one router implements it, REST and RPC serve it. */
export const contract = {
  me: meContract,
  member: memberContract,
  entry: entryContract,
  token: tokenContract,
  team: teamContract,
  service: serviceContract,
  incident: incidentContract,
  timeline: timelineContract,
  history: historyContract,
  import: importContract,
  review: reviewContract,
  comment: commentContract,
  factor: factorContract,
  actionItem: actionItemContract,
  strategicChange: strategicChangeContract,
  forum: forumContract,
  search: searchContract,
  notification: notificationContract,
  audit: auditContract,
  demo: demoContract,
};
