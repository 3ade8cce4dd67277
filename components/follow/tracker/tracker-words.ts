import { momentWords } from "#components/ui/labels/moment-words.ts";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import {
  type IssueState,
  type SyncedField,
  type SyncState,
  TRACKER_VENDOR_WORDS,
  type TrackerVendor,
} from "#lib/base/vocabulary/issue-tracker.ts";
import type { TrackerRow } from "#lib/contract/tracker.ts";

interface VendorWords {
  /** The tracker's name for the target of a connection, in the singular and plural. */
  target: readonly [string, string];
  example: string;
  /** The tracker's name for a token, and the permissions that it needs. */
  token: string;
  tokenHint: string;
  asksAccount: boolean;
  /** Whether the organisation can run it on a host of its own. */
  address: "none" | "optional" | "required";
  ownHint?: string;
  dueDate: string;
  notPlanned: string;
  /** Who makes the secret of the webhook. */
  secretOrigin: "ours" | "theirs";
}

export const VENDOR_WORDS: Record<TrackerVendor, VendorWords> = {
  github: {
    target: ["Repository", "Repositories"],
    example: "acme/payments",
    token: "Personal access token",
    tokenHint: "Fine-grained, with read and write access to issues",
    asksAccount: false,
    address: "optional",
    ownHint: "Only for GitHub Enterprise Server, such as https://github.example.com/api/v3",
    dueDate: "Milestone date",
    notPlanned: "closed, not planned",
    secretOrigin: "ours",
  },
  gitlab: {
    target: ["Project", "Projects"],
    example: "acme/payments",
    token: "Access token",
    tokenHint: "Of a project, a group or a person, with the scope “api”",
    asksAccount: false,
    address: "optional",
    ownHint: "Only for GitLab on your own server, such as https://gitlab.example.com",
    dueDate: "Due date",
    notPlanned: "closed with the label “not planned”",
    secretOrigin: "ours",
  },
  jira: {
    target: ["Project key", "Project keys"],
    example: "OPS",
    token: "API token",
    tokenHint: "Of the account with the email address above",
    asksAccount: true,
    address: "required",
    dueDate: "Due date",
    notPlanned: "done with the resolution “Won't do”",
    secretOrigin: "ours",
  },
  linear: {
    target: ["Team key", "Team keys"],
    example: "ENG",
    token: "API key",
    tokenHint: "A personal key with read and write access",
    asksAccount: false,
    address: "none",
    dueDate: "Due date",
    notPlanned: "cancelled",
    secretOrigin: "theirs",
  },
};

/** Returns the tracker's names for the fields of an action. */
export const remoteWords = (vendor: TrackerVendor): Record<SyncedField, string> => ({
  title: "Title",
  status: "Open or closed, and labels",
  owner: "Assignee",
  dueDate: VENDOR_WORDS[vendor].dueDate,
  priority: "Label",
  doneWhen: "Last section of the description",
});

/** The rule for each field if both sides changed it. */
export const RULE_WORDS: Record<SyncedField, string> = {
  title: "the later change takes priority. The other is in the history.",
  status: "closing the issue takes priority over an open action. Otherwise Afterword takes priority.",
  owner: "Afterword takes priority. An unknown assignee changes nothing.",
  dueDate: "Afterword takes priority. If a new date needs a reason, a person decides.",
  priority: "only sent from Afterword",
  doneWhen: "written when the issue is created here",
};

export const ISSUE_STATE_WORDS: Record<IssueState, string> = {
  open: "Open",
  completed: "Closed as completed",
  not_planned: "Closed as not planned",
};

export const SYNC_STATE_WORDS: Record<SyncState, { name: string; glyph: StatusKind }> = {
  taken: { name: "Taken", glyph: "done" },
  ignored: { name: "Ignored", glyph: "cancelled" },
  waits: { name: "Conflict", glyph: "at-risk" },
  held: { name: "Waiting", glyph: "progress" },
  refused: { name: "Rejected", glyph: "blocked" },
};

/** Whether a connection works, with a glyph. */
export function healthOf(row: TrackerRow, now: Date): { glyph: StatusKind; words: string } {
  const conflicts = row.conflicts > 0 ? countWords(row.conflicts, "conflict") : null;
  if (row.state === "paused") return { glyph: "cancelled", words: conflicts ? `Paused, ${conflicts}` : "Paused" };
  if (row.state === "refused") return { glyph: "off-track", words: "Connect again" };
  if (row.waitsUntil !== null && row.problem === null)
    return { glyph: "at-risk", words: `Waits until ${momentWords(new Date(row.waitsUntil), now)}` };
  if (row.problem !== null) return { glyph: "at-risk", words: "Check the connection" };
  if (conflicts) return { glyph: "at-risk", words: conflicts };
  if (row.lastSeenAt === null) return { glyph: "open", words: "Never read" };
  return { glyph: "on-track", words: `In sync, ${momentWords(new Date(row.lastSeenAt), now)}` };
}

/** Hosts of the vendors' own services. They aren't shown, because the name of the tracker says as much. */
const OWN_HOSTS: ReadonlySet<string> = new Set(["api.github.com", "gitlab.com", "api.linear.app"]);

/** Where a connection leads, below its name. */
export function aboutWords(row: TrackerRow): string {
  if (row.state === "refused")
    return `${TRACKER_VENDOR_WORDS[row.vendor]} rejects the token. Changes wait until you connect again.`;
  const teams = row.teams.length === 0 ? "every team" : listWords(row.teams.map(({ name }) => name));
  const host = OWN_HOSTS.has(row.host) ? "" : ` on ${row.host}`;
  return `For ${teams}, ${listWords(row.targets)}${host}`;
}
