import { createHmac } from "node:crypto";
import type { TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import type { Connector } from "../connectors/connector.ts";
import { github } from "../connectors/github.ts";
import { gitlab } from "../connectors/gitlab.ts";
import { jira } from "../connectors/jira.ts";
import { linear } from "../connectors/linear.ts";
import { startLocalGithub } from "./local-github.ts";
import { startLocalGitlab } from "./local-gitlab.ts";
import { ACCOUNT, startLocalJira } from "./local-jira.ts";
import { startLocalLinear } from "./local-linear.ts";
import type { LocalVendor } from "./local-vendor.ts";

/** A tracker with its local server, as tests of all of them use it. */
export interface TestVendor {
  name: string;
  vendor: TrackerVendor;
  connector: Connector;
  start: () => Promise<LocalVendor>;
  project: string;
  account: string | null;
  /** Ways to write the issue of a number. */
  texts: (number: number, origin: string) => string[];
  foreign: (origin: string) => string[];
  title: string;
  /** Whether it has a state for work in progress. */
  hasStarted: boolean;
  hook: (number: number, at: Date) => { body: object; other: object; project: string | null };
  sign: (body: string, secret: string) => Record<string, string>;
}

export const hmac = (body: string, secret: string) => createHmac("sha256", secret).update(body).digest("hex");

export const VENDORS: readonly TestVendor[] = [
  {
    ...{
      name: "GitHub",
      vendor: "github",
      connector: github,
      start: startLocalGithub,
      project: "acme/payments",
      account: null,
    },
    texts: (n, origin) => [
      `${origin}/acme/payments/issues/${n}`,
      `${origin}/acme/payments/issues/${n}#issuecomment-4`,
      ...[`acme/payments#${n}`, `#${n}`, ` ${n} `],
    ],
    foreign: (origin) => [`${origin}/acme/web/issues/1`, "https://github.com/acme/payments/issues/1", "acme/web#1"],
    ...{ title: "acme/payments", hasStarted: false },
    hook: (n) => {
      const repository = { full_name: "acme/payments" };
      return {
        body: { action: "closed", issue: { number: n }, repository },
        other: { repository },
        project: "acme/payments",
      };
    },
    sign: (body, secret) => ({
      "x-github-event": body.includes("issue") ? "issues" : "push",
      "x-hub-signature-256": `sha256=${hmac(body, secret)}`,
    }),
  },
  {
    ...{
      name: "GitLab",
      vendor: "gitlab",
      connector: gitlab,
      start: () => startLocalGitlab(),
      project: "acme/payments",
      account: null,
    },
    texts: (n, origin) => [
      `${origin}/acme/payments/-/issues/${n}`,
      `${origin}/acme/payments/-/work_items/${n}#note_4`,
      ...[`acme/payments#${n}`, `#${n}`, ` ${n} `],
    ],
    foreign: (origin) => [`${origin}/acme/web/-/issues/1`, "https://gitlab.com/acme/payments/-/issues/1", "acme/web#1"],
    ...{ title: "acme/payments", hasStarted: false },
    hook: (n) => {
      const project = { id: 4711, path_with_namespace: "acme/payments" };
      const body = { object_kind: "issue", project, object_attributes: { iid: n, id: 90_000 + n, action: "close" } };
      return { body, other: { object_kind: "push", project }, project: null };
    },
    sign: (_, secret) => ({ "x-gitlab-token": secret }),
  },
  {
    ...{
      name: "Jira",
      vendor: "jira",
      connector: jira,
      start: () => startLocalJira(Date.now),
      project: "OPS",
      account: ACCOUNT,
    },
    texts: (n, origin) => [
      `${origin}/browse/OPS-${n}`,
      `${origin}/browse/OPS-${n}?focusedCommentId=22#comment`,
      `${origin}/jira/software/projects/OPS/boards/1?selectedIssue=OPS-${n}`,
      ...[`OPS-${n}`, `ops-${n}`, `${n}`],
    ],
    foreign: (origin) => [`${origin}/browse/FIL-1`, "https://other.atlassian.net/browse/OPS-1", "FIL-1"],
    ...{ title: "Operations", hasStarted: true },
    hook: (n, at) => ({
      body: {
        ...{ timestamp: at.getTime(), webhookEvent: "jira:issue_updated" },
        issue: { id: String(20_000 + n), key: `OPS-${n}`, fields: { project: { key: "OPS" } } },
      },
      other: { webhookEvent: "sprint_started" },
      project: null,
    }),
    sign: (body, secret) => ({ "x-hub-signature": `sha256=${hmac(body, secret)}` }),
  },
  {
    ...{
      name: "Linear",
      vendor: "linear",
      connector: linear,
      start: () => startLocalLinear(),
      project: "SEA",
      account: null,
    },
    texts: (n, origin) => [
      `${origin}/acme/issue/SEA-${n}/lock-the-table`,
      `https://linear.app/acme/issue/SEA-${n}`,
      ...[`SEA-${n}`, `sea-${n}`, `#${n}`],
    ],
    foreign: () => ["https://linear.example/acme/issue/SEA-1", "https://linear.app/acme/issue/OPS-1", "OPS-1"],
    ...{ title: "Search", hasStarted: true },
    hook: (n, at) => {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
      const sent = { action: "update", webhookTimestamp: at.getTime() };
      const body = { ...sent, type: "Issue", data: { id, team: { key: "SEA" } } };
      return { body, other: { ...sent, type: "Comment", data: { id } }, project: null };
    },
    sign: (body, secret) => ({ "linear-signature": hmac(body, secret) }),
  },
];
