import { actionItemContract } from "./action-item.ts";
import { actionPartContract } from "./action-part.ts";
import { actionReworkContract } from "./action-rework.ts";
import { assistContract } from "./assist.ts";
import { auditContract } from "./audit.ts";
import { calendarContract } from "./calendar.ts";
import { canonicalFactorContract } from "./canonical-factor.ts";
import { channelContract } from "./channel.ts";
import { actionCommentContract, changeCommentContract, commentContract } from "./comment.ts";
import { curateContract } from "./curate.ts";
import { deadlineContract } from "./deadline.ts";
import { deliveryContract } from "./delivery.ts";
import { demoContract } from "./demo.ts";
import { evidenceContract } from "./evidence.ts";
import { factorContract } from "./factor.ts";
import { factorGraphContract } from "./factor-graph.ts";
import { findingContract } from "./finding.ts";
import { forumContract } from "./forum.ts";
import { hintContract } from "./hint.ts";
import { historyContract } from "./history.ts";
import { impactContract } from "./impact.ts";
import { importContract } from "./import.ts";
import { incidentContract } from "./incident.ts";
import { integrationContract } from "./integration.ts";
import { interviewContract } from "./interview.ts";
import { ladderContract } from "./ladder.ts";
import { learningContract } from "./learning.ts";
import { meContract } from "./me.ts";
import { entryContract, memberContract } from "./member.ts";
import { programmeContract } from "./monday.ts";
import { notificationContract } from "./notification.ts";
import { pictureContract } from "./picture.ts";
import { policyContract } from "./policy.ts";
import { presenceContract } from "./presence.ts";
import { promotionContract } from "./promotion.ts";
import { reviewContract } from "./review.ts";
import { reviewTaskContract } from "./review-task.ts";
import { roadmapContract } from "./roadmap.ts";
import { routingContract } from "./rule.ts";
import { calendarFeedContract, savedViewContract } from "./saved-view.ts";
import { searchContract } from "./search.ts";
import { serviceContract } from "./service.ts";
import { strategicChangeContract } from "./strategic-change.ts";
import { suggestionContract } from "./suggestion.ts";
import { teamContract } from "./team.ts";
import { templateContract } from "./template.ts";
import { timelineContract } from "./timeline.ts";
import { timelineExportContract } from "./timeline-export.ts";
import { tokenContract } from "./token.ts";
import { actionIssueContract, trackerContract } from "./tracker.ts";
import { incomingContract } from "./unassigned.ts";
import { versionContract } from "./version.ts";
import { walkContract } from "./walk.ts";
import { writeUpContract } from "./write-up.ts";

/** The whole API. One router implements it, and both REST and RPC serve it. */
export const contract = {
  me: meContract,
  member: memberContract,
  entry: entryContract,
  token: tokenContract,
  team: teamContract,
  service: serviceContract,
  calendar: calendarContract,
  policy: policyContract,
  deadline: deadlineContract,
  incident: incidentContract,
  timeline: timelineContract,
  timelineExport: timelineExportContract,
  impact: impactContract,
  curate: curateContract,
  evidence: evidenceContract,
  picture: pictureContract,
  presence: presenceContract,
  history: historyContract,
  import: importContract,
  finding: findingContract,
  review: reviewContract,
  reviewTask: reviewTaskContract,
  template: templateContract,
  version: versionContract,
  canonicalFactor: canonicalFactorContract,
  hint: hintContract,
  comment: commentContract,
  actionComment: actionCommentContract,
  changeComment: changeCommentContract,
  suggestion: suggestionContract,
  assist: assistContract,
  factor: factorContract,
  factorGraph: factorGraphContract,
  learning: learningContract,
  interview: interviewContract,
  savedView: savedViewContract,
  calendarFeed: calendarFeedContract,
  actionItem: actionItemContract,
  actionPart: actionPartContract,
  actionRework: actionReworkContract,
  ladder: ladderContract,
  programme: programmeContract,
  strategicChange: strategicChangeContract,
  promotion: promotionContract,
  roadmap: roadmapContract,
  writeUp: writeUpContract,
  forum: forumContract,
  search: searchContract,
  notification: notificationContract,
  walk: walkContract,
  channel: channelContract,
  delivery: deliveryContract,
  tracker: trackerContract,
  actionIssue: actionIssueContract,
  integration: integrationContract,
  routing: routingContract,
  incoming: incomingContract,
  audit: auditContract,
  demo: demoContract,
};
