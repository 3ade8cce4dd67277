import type { OperationName } from "./who-may.ts";

/** Operations that leave neither an audit entry nor a change on open screens, and why. */
export const UNRECORDED: Partial<Record<OperationName, string>> = {
  "import.preview": "reads a source and writes nothing",
  "writeUp.preview": "reads a write-up and writes nothing",
  "calendar.preview": "computes days off and writes nothing",
  "policy.applied": "finds the policies of something and writes nothing",
  "policy.preview": "computes what would move and writes nothing",
  "review.linkTitle": "reads a page of another server and writes nothing",
  "assist.test": "asks another server and writes nothing",
  "channel.test": "asks another server and writes nothing",
  "tracker.preview": "reads linked issues and writes nothing",
  "tracker.previewIssue": "shows an issue that isn't created",
  "tracker.look": "has a job read linked issues, and changes nothing",
  "tracker.create": "asks a tracker; tracker.test.ts has its entry and event",
  "tracker.update": "needs a tracker; tracker.test.ts has its entry and event",
  "tracker.renewHookSecret": "needs a tracker; tracker.test.ts has its entry and event",
  "tracker.setPerson": "needs a tracker; tracker.test.ts has its entry and event",
  "actionIssue.find": "asks a tracker and writes nothing",
  "actionIssue.look": "has an issue read, and changes nothing",
  "actionIssue.link": "asks a tracker; tracker.test.ts has its entry and event",
  "actionIssue.create": "asks a tracker; tracker.test.ts has its entry and event",
  "actionIssue.change": "needs a linked issue; tracker.test.ts has its entry and event",
  "actionIssue.settle": "needs a linked issue; tracker.test.ts has its entry and event",
  "routing.try": "tries a rule and writes nothing",
  "entry.checkSetUpCode": "looks at a code and writes nothing",
  "presence.say": "is kept in memory, and told to the screens of the incident by itself",
  "savedView.setDefault": "which view opens first is one's own",
  "notification.mark": "a reading mark is one's own",
  "notification.finish": "where a message is in the inbox is one's own",
  "notification.snooze": "where a message is in the inbox is one's own",
  "notification.choose": "how someone is notified is their own setting",
  "notification.mute": "what someone has muted is their own",
  "factorGraph.arrange": "where a box is drawn says nothing about the factors; open screens are told",
  "hint.dismiss": "hints are never counted by person; hint.test.ts shows that nothing leads to one",
  "hint.restore": "hints are never counted by person; hint.test.ts shows that nothing leads to one",
  "entry.setUp": "works before there are accounts; set-up.test.ts has its entry",
  "suggestion.accept": "needs a text with proposals; suggestion.test.ts has its entry and event",
  "suggestion.reject": "needs a text with proposals; suggestion.test.ts has its entry and event",
  "suggestion.acceptAll": "needs a text with proposals; suggestion.test.ts has its entry and event",
  "suggestion.rejectAll": "needs a text with proposals; suggestion.test.ts has its entry and event",
  "suggestion.reopen": "needs a text with proposals; suggestion.test.ts has its entry and event",
  "version.restore": "needs the running documents; version.test.ts has its entry and event",
  "review.updateDrafts": "needs the running documents; stale-drafts.test.ts has its entry and event",
  "review.dismissDrafts": "needs facts that changed; stale-drafts.test.ts has its entry and event",
};

/** Operations with an audit entry that no screen hears of, and why. */
export const UNSHOWN: Partial<Record<OperationName, string>> = {
  "writeUp.create": "only its uploader reads the report, and asks for it",
  "interview.create": "only its author reads it",
  "interview.update": "only its author reads it until it is shared",
  "calendarFeed.create": "a feed is shown to its owner alone",
  "calendarFeed.revoke": "a feed is shown to its owner alone",
  "token.create": "a token is shown to its owner alone",
  "token.revoke": "a token is shown to its owner alone",
  "member.resetLink": "a link is shown once, to who made it",
  "entry.resetPassword": "a password is shown to nobody",
  "me.changePassword": "a password is shown to nobody",
  "me.endSession": "the screen of that session is closed",
  "me.signOutEverywhere": "the screens of those sessions are closed",
};

/** Operations that change who can read what. Open documents and screens are checked again at once. */
export const ACCESS: ReadonlySet<OperationName> = new Set([
  ...(["token.revoke", "me.endSession", "me.signOutEverywhere", "team.create", "incident.restrict"] as const),
  ...(["review.archive", "review.restore", "review.transition", "review.publish", "review.undoGeneration"] as const),
]);
