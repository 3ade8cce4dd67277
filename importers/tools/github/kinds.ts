import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const ROLLBACK = /\b(roll[\s_-]?back|rolled[\s_-]?back|revert)/i;
const DEPLOY = /(deploy|release|publish|promote|rollout|roll[\s_-]?back|\bcd\b)/i;
const FAILED = /^(failure|error|cancelled|timed_out)$/;
const RUNNING = /^(created|requested|queued|pending|waiting|in_progress|action_required)$/;

/** A deployment or its status; `state` is "created" for the deployment itself. */
export function kindOfDeployment(state: string, words: string): EventKind {
  if (state === "inactive") return "automated_action";
  const isRollback = ROLLBACK.test(words);
  if (RUNNING.test(state)) return isRollback ? "rollback_started" : "deploy_started";
  if (isRollback && FAILED.test(state)) return "mitigation_failed";
  return isRollback ? "rollback_finished" : "deploy_finished";
}

/** `state` is the conclusion of a finished run, else its action. A workflow is a deployment when its name or file says so; every other one is something a machine did. */
export function kindOfWorkflow(state: string, words: string): EventKind {
  return DEPLOY.test(words) ? kindOfDeployment(state, words) : "automated_action";
}

/** A release that users can get counts as deployed; drafts and edits do not change what runs. */
export function kindOfRelease(action: string): EventKind {
  return action === "published" || action === "released" || action === "prereleased"
    ? "deploy_finished"
    : "internal_update";
}
