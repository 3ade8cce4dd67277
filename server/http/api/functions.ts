import * as audit from "#server/across/audit/index.ts";
import * as channel from "#server/across/channel/index.ts";
import * as deadline from "#server/across/deadline/index.ts";
import * as delivery from "#server/across/delivery/index.ts";
import * as demo from "#server/across/demo/index.ts";
import * as calendarFeed from "#server/across/feed/index.ts";
import { createFeed } from "#server/across/feed/index.ts";
import * as history from "#server/across/history/index.ts";
import * as ladder from "#server/across/ladder/index.ts";
import * as anyMe from "#server/across/me/index.ts";
import * as programme from "#server/across/monday/index.ts";
import * as notification from "#server/across/notification/index.ts";
import * as policy from "#server/across/policy/index.ts";
import { appliedPolicies } from "#server/across/policy/index.ts";
import { search } from "#server/across/search/index.ts";
import * as walk from "#server/across/walk/index.ts";
import { database } from "#server/base/db/client.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import * as actionItem from "#server/follow/action-item/index.ts";
import {
  addEvidenceTo,
  answerEffectOf,
  answerWaiverOf,
  askOwners,
  changeEvidenceOf,
  countActionItems,
  countStates,
  findKnown,
  unaskOwners,
  undoEffectOf,
  withdrawWaiverOf,
} from "#server/follow/action-item/index.ts";
import * as canonicalFactor from "#server/follow/canonical-factor/index.ts";
import { actionComments, changeComments } from "#server/follow/comment/index.ts";
import * as factor from "#server/follow/factor/index.ts";
import * as factorGraph from "#server/follow/factor-graph/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import * as learning from "#server/follow/learning/index.ts";
import { getWork } from "#server/follow/my-work/index.ts";
import * as promotion from "#server/follow/promotion/index.ts";
import * as rework from "#server/follow/rework/index.ts";
import * as roadmap from "#server/follow/roadmap/index.ts";
import * as savedView from "#server/follow/saved-view/index.ts";
import * as strategicChange from "#server/follow/strategic-change/index.ts";
import { changeDecisions, changeEffect } from "#server/follow/strategic-change/index.ts";
import * as tracker from "#server/follow/tracker/index.ts";
import * as writeUp from "#server/follow/write-up/index.ts";
import * as curate from "#server/incidents/curate/index.ts";
import { listClocks, mergeSuggestions } from "#server/incidents/curate/index.ts";
import * as evidence from "#server/incidents/evidence/index.ts";
import { listEventChanges } from "#server/incidents/evidence/index.ts";
import * as timelineExport from "#server/incidents/export/index.ts";
import { exportScore, exportTimeline } from "#server/incidents/export/index.ts";
import * as finding from "#server/incidents/finding/index.ts";
import { acceptFinding, dismissFinding, listFindings, restoreFinding } from "#server/incidents/finding/index.ts";
import * as impact from "#server/incidents/impact/index.ts";
import { getResponse } from "#server/incidents/impact/index.ts";
import * as imports from "#server/incidents/import/index.ts";
import { previewImport, readingProgress } from "#server/incidents/import/index.ts";
import * as incident from "#server/incidents/incident/index.ts";
import * as presence from "#server/incidents/presence/index.ts";
import * as timeline from "#server/incidents/timeline/index.ts";
import { incidentMetrics } from "#server/incidents/timeline/index.ts";
import * as integration from "#server/intake/integration/index.ts";
import {
  createIntegration,
  endSecret,
  getDelivery,
  getIntegration,
  listDeliveries,
  rotateSecret,
  sendTest,
  updateIntegration,
} from "#server/intake/integration/index.ts";
import * as rule from "#server/intake/rule/index.ts";
import * as unassigned from "#server/intake/unassigned/index.ts";
import { incomingOverview } from "#server/intake/unassigned/index.ts";
import * as calendar from "#server/people/calendar/index.ts";
import { listPlaces } from "#server/people/calendar/index.ts";
import * as me from "#server/people/me/index.ts";
import { changePassword, listSessions, signOutEverywhere } from "#server/people/me/index.ts";
import * as member from "#server/people/member/index.ts";
import {
  acceptInvitation,
  checkSetUpCode,
  createResetLink,
  inviteMember,
  listInvitations,
  setUp,
  spendResetLink,
} from "#server/people/member/index.ts";
import * as service from "#server/people/service/index.ts";
import * as team from "#server/people/team/index.ts";
import * as token from "#server/people/token/index.ts";
import { createToken } from "#server/people/token/index.ts";
import * as assist from "#server/reviews/assist/index.ts";
import * as assistSetting from "#server/reviews/assist-setting/index.ts";
import { getAssistSetting } from "#server/reviews/assist-setting/index.ts";
import * as comment from "#server/reviews/comment/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import * as forum from "#server/reviews/forum/index.ts";
import * as hint from "#server/reviews/hint/index.ts";
import * as interview from "#server/reviews/interview/index.ts";
import * as picture from "#server/reviews/picture/index.ts";
import * as review from "#server/reviews/review/index.ts";
import {
  approveReview,
  askApprovers,
  generateReview,
  listStaleDrafts,
  moveReviewStatus,
  readLinkTitle,
  reviewContent,
  reviewGates,
  reviewTemplate,
  sentText,
  takeUpTemplate,
  undoGeneration,
  withdrawApproval,
} from "#server/reviews/review/index.ts";
import * as reviewTask from "#server/reviews/review-task/index.ts";
import * as suggestion from "#server/reviews/suggestion/index.ts";
import * as template from "#server/reviews/template/index.ts";
import * as version from "#server/reviews/version/index.ts";
import { textAuthors } from "#server/reviews/version/index.ts";
import { type FunctionsOfNoun, functionsOf, type Noun, withAsked } from "./functions-of.ts";

const withRecords =
  <Input, Answer>(run: (ctx: Ctx, input: Input, records: typeof findingRecords) => Promise<Answer>) =>
  (ctx: Ctx, input: Input): Promise<Answer> =>
    run(ctx, input, findingRecords);

/** The functions of each noun of the contract. A missing one doesn't compile. */
export const FUNCTIONS: { [Name in Noun]: FunctionsOfNoun<Name> } = {
  actionItem: functionsOf("actionItem", {
    counts: countActionItems,
    states: countStates,
    addEvidence: addEvidenceTo,
    answerEffect: answerEffectOf,
    undoEffect: undoEffectOf,
    changeEvidence: changeEvidenceOf,
    export: savedView.exportActionItems,
    answerWaiver: answerWaiverOf,
    withdrawWaiver: withdrawWaiverOf,
  })(actionItem, "ActionItem", "ActionItems"),
  actionPart: functionsOf("actionPart", { ask: askOwners, unask: unaskOwners })(actionItem, "ActionPart"),
  actionRework: functionsOf("actionRework", {})(rework, "ActionRework"),
  assist: functionsOf("assist", { setting: getAssistSetting })({ ...assist, ...assistSetting }, "Assist", "Assistant"),
  audit: functionsOf("audit", {})(audit, "Audit"),
  calendar: functionsOf("calendar", { places: listPlaces })(calendar, "Calendar", "Calendars"),
  calendarFeed: functionsOf("calendarFeed", { create: withAsked(["origin"], createFeed) })(
    calendarFeed,
    "Feed",
    "Feeds",
  ),
  canonicalFactor: functionsOf("canonicalFactor", {})(canonicalFactor, "CanonicalFactor", "CanonicalFactors"),
  actionComment: functionsOf("actionComment", {})(actionComments, "ActionComment"),
  changeComment: functionsOf("changeComment", {})(changeComments, "ChangeComment"),
  comment: functionsOf("comment", {})(comment, "Comment", "Thread", "Threads", "ToThread", "ToComment"),
  curate: functionsOf("curate", {
    suggestions: mergeSuggestions,
    clocks: listClocks,
  })(curate, "Events"),
  deadline: functionsOf("deadline", {})(deadline, "Deadline", "Deadlines"),
  demo: functionsOf("demo", {})(demo, "Demo"),
  entry: functionsOf("entry", {
    checkSetUpCode: withAsked(["address"], checkSetUpCode),
    setUp: withAsked(["address"], setUp),
    acceptInvitation: withAsked(["address"], acceptInvitation),
    resetPassword: withAsked(["address", "isDemoAccepted"], spendResetLink),
  })(member),
  evidence: functionsOf("evidence", { changes: listEventChanges })(evidence, "Evidence"),
  factor: functionsOf("factor", { questions: factor.listFixQuestions })(factor, "Factor", "Factors"),
  factorGraph: functionsOf("factorGraph", {
    relate: factorGraph.relateFactors,
    unrelate: factorGraph.unrelateFactors,
    arrange: factorGraph.arrangeFactors,
  })(factorGraph, "FactorGraph"),
  finding: functionsOf("finding", {
    list: withRecords(listFindings),
    accept: withRecords(acceptFinding),
    dismiss: withRecords(dismissFinding),
    restore: withRecords(restoreFinding),
  })(finding),
  forum: functionsOf("forum", {})(forum, "Forum"),
  hint: functionsOf("hint", {})(hint, "Hint", "Hints"),
  history: functionsOf("history", {})(history, "History"),
  impact: functionsOf("impact", { response: getResponse })(impact, "Impact", "Window", "Windows", "Proposals"),
  import: functionsOf("import", {
    preview: (ctx, input) => previewImport(ctx, input, findKnown),
    progress: readingProgress,
  })(imports, "Import", "Imports"),
  incident: functionsOf("incident", {
    similar: canonicalFactor.similarIncidents,
    update: (ctx, input) => incident.updateIncident(ctx, input, actionItem.requestionIncident),
    cancel: (ctx, input) => incident.cancelIncident(ctx, input, actionItem.requestionIncident),
    restore: (ctx, input) => incident.restoreIncident(ctx, input, actionItem.requestionIncident),
  })(incident, "Incident", "Incidents"),
  incoming: functionsOf("incoming", { overview: incomingOverview })(unassigned, "Incoming"),
  integration: functionsOf("integration", {
    get: withAsked(["origin"], getIntegration),
    create: withAsked(["origin"], createIntegration),
    update: withAsked(["origin"], updateIntegration),
    rotateSecret: withAsked(["origin"], rotateSecret),
    endSecret: withAsked(["origin"], endSecret),
    sendTest: (ctx, input) => sendTest(ctx, { ...input, pool: database().logPool }),
    deliveries: listDeliveries,
    delivery: getDelivery,
  })(integration, "Integration", "Integrations"),
  interview: functionsOf("interview", {})(interview, "Recollection", "Recollections"),
  ladder: functionsOf("ladder", { rungs: ladder.listRungs })(ladder),
  programme: functionsOf("programme", {})(programme),
  learning: functionsOf("learning", { ofCondition: learning.learningsOfCondition })(learning, "Learning", "Learnings"),
  me: functionsOf("me", {
    work: getWork,
    agenda: anyMe.getAgenda,
    changePassword: withAsked(["sessionId"], changePassword),
    sessions: (ctx, _input, { sessionId }) => listSessions(ctx, { sessionId }),
    signOutEverywhere: (ctx, _input, { sessionId }) => signOutEverywhere(ctx, { sessionId }),
  })({ ...me, ...anyMe }, "Me"),
  member: functionsOf("member", {
    resetLink: withAsked(["origin"], createResetLink),
    invite: withAsked(["origin"], inviteMember),
    invitations: listInvitations,
  })(member, "Member", "Members"),
  notification: functionsOf("notification", { sendDigest: (ctx) => notification.sendDigest(ctx) })(
    notification,
    "Notifications",
  ),
  walk: functionsOf("walk", { here: walk.sayHereWalk })(walk, "Walk", "Walks"),
  channel: functionsOf("channel", {})(channel, "Channel", "Channels"),
  tracker: functionsOf("tracker", {
    look: tracker.lookAtTracker,
    people: tracker.trackerPeople,
    setPerson: tracker.setTrackerPerson,
    log: tracker.trackerLog,
  })(tracker, "Tracker", "Trackers"),
  actionIssue: functionsOf("actionIssue", { look: tracker.lookAtIssue, left: tracker.leftIssues })(
    tracker,
    "Issue",
    "Issues",
  ),
  delivery: functionsOf("delivery", {})(delivery, "Delivery", "Deliveries"),
  picture: functionsOf("picture", {})(picture, "Picture"),
  presence: functionsOf("presence", {})(presence, "Here"),
  policy: functionsOf("policy", { applied: appliedPolicies })(policy, "Policy", "Policies"),
  promotion: functionsOf("promotion", {
    setAside: promotion.setPromotionAside,
    rules: promotion.getPromotionRules,
    changeRules: promotion.changePromotionRules,
  })(promotion, "Promotion", "Promotions"),
  review: functionsOf("review", {
    generate: withRecords(generateReview),
    undoGeneration: withRecords(undoGeneration),
    transition: moveReviewStatus,
    approve: approveReview,
    unapprove: withdrawApproval,
    askApprovers,
    gates: reviewGates,
    template: reviewTemplate,
    takeUpTemplate,
    staleDrafts: listStaleDrafts,
    linkTitle: readLinkTitle,
    text: sentText,
    content: reviewContent,
    export: exportReview,
  })(review, "Review", "Reviews", "Gate"),
  reviewTask: functionsOf("reviewTask", {})(reviewTask, "ReviewTask"),
  roadmap: functionsOf("roadmap", {
    list: roadmap.listRoadmap,
    get: roadmap.getSchedule,
    schedule: roadmap.scheduleChange,
    wait: roadmap.setWaits,
    intake: roadmap.listIntake,
    updates: roadmap.listUpdates,
    assess: roadmap.assessChange,
  })({}),
  routing: functionsOf("routing", {})(rule, "Rule", "Rules", "RoutingRule"),
  savedView: functionsOf("savedView", { setDefault: savedView.setDefaultView })(savedView, "SavedView", "SavedViews"),
  search: functionsOf("search", { find: search })({}),
  service: functionsOf("service", {})(service, "Service", "Services"),
  strategicChange: functionsOf("strategicChange", {
    decisions: changeDecisions,
    effect: changeEffect,
    themes: strategicChange.listThemes,
    ask: strategicChange.askOwner,
    unask: strategicChange.unaskOwner,
    addMilestone: strategicChange.addMilestone,
    changeMilestone: strategicChange.changeMilestone,
  })(strategicChange, "StrategicChange", "StrategicChanges"),
  suggestion: functionsOf("suggestion", {
    acceptAll: suggestion.acceptAllSuggestions,
    rejectAll: suggestion.rejectAllSuggestions,
    reopen: suggestion.reopenSuggestions,
  })(suggestion, "Suggestion", "Suggestions"),
  team: functionsOf("team", {})(team, "Team", "Teams"),
  template: functionsOf("template", {})(template, "Template", "Templates"),
  timeline: functionsOf("timeline", { metrics: incidentMetrics })(timeline, "Event", "Timeline"),
  timelineExport: functionsOf("timelineExport", {
    timeline: exportTimeline,
    score: exportScore,
  })(timelineExport),
  version: functionsOf("version", { authors: textAuthors })(version, "Version", "Versions"),
  writeUp: functionsOf("writeUp", {})(writeUp, "WriteUp", "WriteUps"),
  token: functionsOf("token", {
    create: (ctx, input, { signedIn }) => createToken(ctx, { ...input, notAfter: signedIn?.tokenExpiresAt ?? null }),
  })(token, "Token", "Tokens"),
};
