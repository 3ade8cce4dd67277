import { describe, expect, it } from "vitest";
import { readConfig } from "#server/base/process/config.ts";
import { GithubServer } from "#server/testing/github-server.ts";
import { startLocalGitlab } from "../testing/local-gitlab.ts";
import { ACCOUNT, startLocalJira } from "../testing/local-jira.ts";
import { startLocalLinear } from "../testing/local-linear.ts";
import type { LocalVendor } from "../testing/local-vendor.ts";
import { hmac } from "../testing/vendors.ts";
import type { Target } from "./connector.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jira } from "./jira.ts";
import { linear } from "./linear.ts";

const SECRET = "secret of the webhook";
const NOW = new Date("2026-03-02T10:00:00Z");
const _LONG_AGO = "2026-01-01T00:00:00.000Z";

const allowing = (hosts: string) =>
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: hosts }) });

describe("what only one tracker does", () => {
  const opened = async <Result>(start: () => Promise<LocalVendor>, work: (local: LocalVendor) => Promise<Result>) => {
    const local = await start();
    allowing(new URL(local.origin).host);
    return work(local).finally(() => local.close());
  };
  const targetOf = ({ origin, world }: LocalVendor, project: string, account: string | null = null): Target => ({
    ...{ baseUrl: origin, project, token: world.token, account },
  });

  it("GitHub asks to read every issue only if a milestone changed or is gone", () => {
    const readingOf = (action: string) =>
      github.webhook.read(new Headers({ "x-github-event": "milestone" }), Buffer.from(JSON.stringify({ action }))).is;
    const actions = ["edited", "deleted", "created", "opened", "closed"];
    expect(actions.map(readingOf)).toEqual(["all", "all", "ignored", "ignored", "ignored"]);
  });

  it("GitHub names no one who changed the date of a milestone", async () => {
    const server = new GithubServer();
    const target = { baseUrl: await server.open(), project: server.project, token: server.token, account: null };
    allowing(new URL(target.baseUrl).host);
    try {
      server.add("Lock");
      const sprint = server.due("2026-03-20");
      server.edit(1, { milestone: sprint }, 2);
      const before = "2026-03-02T09:00:00Z";
      const moverOf = (due: string, since = before) => github.dueMover(target, { id: "1", due }, since);
      expect(await moverOf("2026-03-20")).toBe("2");
      expect(await moverOf("2026-03-20", server.issues.get(1)?.updatedAt), "it was in it before").toBeNull();
      server.now += 60_000;
      server.redate(sprint, "2026-03-27");
      expect(await moverOf("2026-03-27")).toBeNull();
    } finally {
      await server.close();
    }
  });

  it("Linear rejects a webhook of another shape, signed or not", () => {
    for (const body of ["null", "[]", "{", '{"type":"Issue"}']) {
      const headers = new Headers({ "linear-signature": hmac(body, SECRET) });
      expect(linear.webhook.verify(headers, Buffer.from(body), SECRET, NOW), body).toBe(false);
    }
  });

  it("Jira's new issue is returned although it can't be read yet", async () => {
    await opened(
      () => startLocalJira(Date.now),
      async (local) => {
        const types = { status: 200, body: { issueTypes: [{ id: "10100", name: "Task", subtask: false }] } };
        local.faults.push(types, { status: 201, body: { id: "20001", key: "OPS-1" } }, { status: 503 });
        const wanted = { title: "Lock", body: "", labels: [], assignee: null, due: null };
        const made = await jira.create(targetOf(local, "OPS", ACCOUNT), wanted);
        expect(made).toMatchObject({ id: "20001", ref: "OPS-1", title: "Lock", state: "open" });
      },
    );
  });

  it("Linear signs a time, asks to wait in a body, and never says that an issue in the trash exists", async () => {
    const sent = { type: "Issue", webhookTimestamp: NOW.getTime(), data: { id: "x" } };
    const body = JSON.stringify(sent);
    const verify = (at: number) =>
      linear.webhook.verify(
        new Headers({ "linear-signature": hmac(body, SECRET) }),
        Buffer.from(body),
        SECRET,
        new Date(at),
      );
    expect([-301, -299, 299, 301].map((seconds) => verify(NOW.getTime() + seconds * 1000))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    await opened(startLocalLinear, async (local) => {
      const target = targetOf(local, "SEA");
      const limited = { errors: [{ message: "Rate limit exceeded", extensions: { code: "RATELIMITED" } }] };
      local.faults.push({ status: 400, body: limited });
      await expect(linear.read(target, "x")).rejects.toMatchObject({ fault: "wait", retryAfterSeconds: 60 });
      local.faults.push({ status: 200, body: { errors: [{ message: "No access to lin_api_local" }] } });
      await expect(linear.read(target, "x")).rejects.toMatchObject({
        fault: "rejected",
        message: expect.stringMatching(/No access to …/),
      });
      await expect(linear.check({ ...target, project: "NON" })).rejects.toMatchObject({ fault: "missing" });
      local.world.add();
      const issue = await linear.find(target, "1");
      const shown = {
        ...issue,
        identifier: "OPS-1",
        state: { type: "started" },
        labels: { nodes: [] },
        trashed: false,
      };
      const answer = (more: object) => {
        const body = { data: { issue: { ...shown, assignee: null, dueDate: null, team: { key: "OPS" }, ...more } } };
        local.faults.push({ status: 200, body });
      };
      answer({});
      expect(await linear.find(target, "SEA-1"), "it was moved to another team").toBeNull();
      answer({});
      expect(await linear.read(target, issue?.id ?? "")).toMatchObject({ ref: "OPS-1", state: "started" });
      answer({ trashed: true });
      expect(await linear.read(target, issue?.id ?? "")).toBeNull();
    });
  });

  it("GitLab keeps the reason of closing in a label, and closes what it moves", async () => {
    await opened(startLocalGitlab, async (local) => {
      const target = targetOf(local, "acme/payments");
      local.world.add();
      const found = await gitlab.find(target, "1");
      const closed = await gitlab.update(target, found?.id ?? "", { state: "not_planned" });
      expect(closed.labels).toEqual(["not planned"]);
      expect((await gitlab.update(target, closed.id, { state: "open" })).labels).toEqual([]);
      const both = { state: "not_planned", addLabels: ["kept"], removeLabels: ["kept"] } as const;
      await gitlab.update(target, closed.id, { addLabels: ["duplicate"] });
      expect((await gitlab.update(target, closed.id, both)).labels).toEqual(["duplicate", "kept"]);
      expect((await gitlab.update(target, closed.id, { state: "completed" })).labels).toEqual(["kept"]);
      const issue = {
        iid: 1,
        project_id: 4711,
        title: "t",
        state: "closed",
        web_url: "u",
        updated_at: "2026-03-02T09:00:00Z",
      };
      const shown = { ...issue, labels: [], references: { full: "acme/payments#1" } };
      const stateOf = async (more: object) => {
        local.faults.push({ status: 200, body: { ...shown, ...more } });
        return (await gitlab.read(target, "4711/1"))?.state;
      };
      expect(await stateOf({})).toBe("completed");
      expect(await stateOf({ moved_to_id: 90_009 })).toBe("open");
      expect(await stateOf({ labels: ["resolution::Won't do"] })).toBe("not_planned");
      expect(await stateOf({ labels: ["invalid-token", "not planned yet"] })).toBe("completed");
      expect(await stateOf({ state: "locked" })).toBe("open");
      await expect(gitlab.update(target, "4711/1", { addLabels: ["a,b"] })).rejects.toMatchObject({
        fault: "rejected",
      });
      local.faults.push({ status: 403, body: { message: "403 Forbidden\nsecond" } });
      await expect(gitlab.update(target, "4711/1", { title: "x" })).rejects.toMatchObject({
        ...{ fault: "rejected", message: expect.stringMatching(/Forbidden$/) },
      });
      local.faults.push({ status: 403, body: { error: "insufficient_scope" } });
      await expect(gitlab.update(target, "4711/1", { title: "x" })).rejects.toMatchObject({ fault: "token" });
    });
  });

  it("Jira takes the step of its workflow that leads there, by status or resolution, or rejects", async () => {
    // Jira's clock is four minutes ahead.
    await opened(
      () => startLocalJira(() => Date.now() + 4 * 60_000),
      async (local) => {
        const target = targetOf(local, "OPS", ACCOUNT);
        local.world.add();
        const done = { name: "Closed", statusCategory: { key: "done" } };
        const resolution = { allowedValues: [{ name: "Won't Do" }, { name: "Fixed" }, { name: "Done" }] };
        const steps = (transitions: object[]) => ({ status: 200, body: { transitions } });
        const shown = { summary: "t", status: { name: "To do" }, updated: "2026-03-02T10:00:00.000+0100" };
        const issue = { status: 200, body: { id: "20001", key: "OPS-1", fields: shown } };
        const sentFor = async (state: "completed" | "not_planned" | "started", transitions: object[]) => {
          local.faults.push(issue, steps(transitions), { status: 204 }, issue);
          const before = local.sent.length;
          await jira.update(target, "20001", { state }).finally(() => local.faults.clear());
          return local.sent.slice(before).find((one) => one !== null);
        };
        const one = { id: "5", to: done, fields: { resolution } };
        expect(await sentFor("completed", [one])).toEqual({
          transition: { id: "5" },
          fields: { resolution: { name: "Done" } },
        });
        expect(await sentFor("not_planned", [one])).toMatchObject({ fields: { resolution: { name: "Won't Do" } } });
        const plain = { id: "6", to: done, fields: {} };
        expect(await sentFor("completed", [plain])).toEqual({ transition: { id: "6" } });
        await expect(sentFor("not_planned", [plain])).rejects.toMatchObject({
          fault: "rejected",
          message: expect.stringMatching(/no step.*won't do/),
        });
        await expect(sentFor("started", [])).rejects.toMatchObject({ fault: "rejected" });
        const asked = local.asked.length;
        await jira.update(target, "20001", { state: "open" });
        expect(local.asked.slice(asked), "nothing is written").toEqual(Array(2).fill("GET /rest/api/3/issue/20001"));
        const since = new Date(Date.now() - 4 * 60_000).toISOString();
        for (const one of local.world.issues) one.updatedAt = since;
        expect((await jira.changedSince(target, since, null)).issues, "by a clock that is ahead").toHaveLength(1);
        local.faults.push(issue);
        expect(await jira.read(target, "20001")).toMatchObject({
          state: "open",
          updatedAt: "2026-03-02T09:00:00.000Z",
        });
        await expect(jira.find({ ...target, project: 'OPS" OR' }, "1")).rejects.toMatchObject({ fault: "rejected" });
      },
    );
  });
});
