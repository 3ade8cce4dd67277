import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, parseFixture } from "#importers/testing/fixtures.ts";

describe("GitHub", () => {
  it("reads a list of deliveries, each with its kind", () => {
    const { events, rejects, context } = parseFixture("github/fictional-deliveries.json");
    expect(events.map(({ line, at, kind }) => [line, at?.slice(11, 19), kind])).toEqual([
      [1, "09:02:10", "deploy_started"],
      [2, "09:04:00", "deploy_started"],
      [3, "09:08:30", "deploy_finished"],
      [4, "09:08:41", "deploy_finished"],
      [5, "09:34:00", "rollback_started"],
      [6, "09:36:00", "mitigation_failed"],
      [7, "09:40:30", "rollback_finished"],
      [8, "08:01:00", "deploy_finished"],
    ]);
    expect(context).toEqual([{ line: 9, text: "A test delivery of GitHub." }]);
    expect(rejects.map(({ line }) => line)).toEqual([10]);
  });

  it.each([
    ["deployment.json", "2019-05-15T15:20:53.000Z", "deploy_started"],
    ["deployment_status.json", "2019-05-15T15:20:55.000Z", "deploy_finished"],
    ["release.published.json", "2019-05-15T15:20:53.000Z", "deploy_finished"],
    ["workflow_run.completed.json", "2020-10-05T16:33:49.000Z", "automated_action"],
    ["push.json", "2019-05-15T15:20:57.000Z", "config_changed"],
    ["issue_comment.edited.json", "2019-05-15T15:20:22.000Z", "internal_update"],
    ["gitea-issues_closed-goscm.json", "2017-12-09T01:41:37.000Z", "internal_update"],
  ])("%s happened at %s", (name, at, kind) => {
    expect(parseFixture(`github/${name}`).events).toMatchObject([{ at, kind }]);
  });

  it("links to web pages and names the repository", () => {
    const [event] = parseFixture("github/deployment.json").events;
    expect(event?.url).toBe(
      "https://github.com/Codertocat/Hello-World/commit/f95f852bd8fca8fcc58a9a2d6c842781e32a215e",
    );
    expect(event).toMatchObject({ services: ["Hello-World"], actor: "Codertocat", externalId: "deployment:145988746" });
  });

  it.each([
    ["completed", "2026-03-04T09:05:00.000Z"],
    ["in_progress", "2026-03-04T09:01:00.000Z"],
    ["created", "2026-03-04T09:00:00.000Z"],
  ])("reads when the job of a workflow was %s", (action, at) => {
    const job = {
      id: 1,
      name: "test",
      status: "completed",
      created_at: "2026-03-04T09:00:00Z",
      started_at: "2026-03-04T09:01:00Z",
      completed_at: "2026-03-04T09:05:00Z",
    };
    const json = { action, workflow_job: job, repository: { full_name: "a/shop" }, sender: { login: "ann" } };
    expect(parseSource(jsonInput(json)).events.map((event) => event.at)).toEqual([at]);
  });

  it("reads rows of the API like webhooks", () => {
    const rows = [
      { id: 1, sha: "aa", ref: "main", task: "deploy", environment: "production", created_at: "2026-03-04T09:00:00Z" },
      {
        id: 2,
        tag_name: "v1",
        target_commitish: "main",
        draft: false,
        created_at: "2026-03-04T09:00:00Z",
        published_at: "2026-03-04T09:05:00Z",
      },
    ];
    expect(parseSource(jsonInput(rows)).events).toMatchObject([
      { kind: "deploy_started", externalId: "deployment:1" },
      { kind: "deploy_finished", at: "2026-03-04T09:05:00.000Z", externalId: "release:2:published" },
    ]);
  });
});

describe("a push of several commits", () => {
  const commit = (id: string, timestamp: string | null, message = `Change ${id}`) => ({ id, message, timestamp });
  const push = (more: object) => ({
    ref: "refs/heads/main",
    before: "a",
    after: "c",
    repository: { name: "shop" },
    ...more,
  });
  const read = (body: object) => parseSource(jsonInput(body), {}).events;
  const commits = [commit("b", "2024-03-05T10:02:00Z"), commit("c", "2024-03-05T10:05:00Z")];

  it.each([
    push({ commits }),
    push({ commits, head_commit: null }),
    push({ commits, pusher: { name: "kim" }, created: true }),
    push({ commits: commits.map(({ id, ...rest }) => ({ sha: id, ...rest })) }),
    push({ commits, ref: "refs/tags/v2" }),
    [push({ commits })],
  ])("is an event for each commit, if it has no time of its own", (body) => {
    expect(read(body).map(({ at }) => at)).toEqual(["2024-03-05T10:02:00.000Z", "2024-03-05T10:05:00.000Z"]);
  });

  it("names the commit", () => {
    expect(read(push({ commits })).map(({ title }) => title)).toEqual([
      "Branch main pushed: Change b",
      "Branch main pushed: Change c",
    ]);
  });

  it.each([
    push({ commits, head_commit: commits[1] }),
    push({ commits, repository: { name: "shop", pushed_at: 1709633100 } }),
    push({ commits: [commit("b", null), commits[1]] }),
    push({ commits: commits.slice(1) }),
  ])("is one event otherwise", (body) => {
    expect(read(body).map(({ at }) => at)).toEqual(["2024-03-05T10:05:00.000Z"]);
  });
});
