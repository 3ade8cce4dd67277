import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "#server/base/process/config.ts";
import { GithubServer } from "../testing/github-server.ts";
import { CONNECTORS } from "./index.ts";

const server = new GithubServer();
const github = CONNECTORS.github;
let baseUrl: string;
beforeAll(async () => {
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" }) });
  baseUrl = await server.open();
});
afterAll(() => server.close());
const target = () => ({ baseUrl, project: server.project, token: server.token, account: null });

it("reads, changes and finds an issue, with the due date as a milestone", async () => {
  const { number } = server.add("Lock the routing table");
  expect(await github.check(target())).toMatchObject({ who: { id: "1", name: "robin" }, title: "acme/payments" });
  expect(await github.find(target(), `${server.project}#${number}`)).toMatchObject({ id: "1", due: null });
  const change = {
    title: "Lock it",
    due: "2027-02-17",
    assignee: "2",
    state: "completed",
    addLabels: ["doing"],
  } as const;
  expect(await github.update(target(), "1", change)).toMatchObject({
    ...{ title: "Lock it", due: "2027-02-17", state: "completed", labels: ["doing"] },
    assignee: { id: "2", name: "sam" },
  });
  await github.update(target(), "1", { due: "2027-02-17", removeLabels: ["doing", "never there"], assignee: null });
  expect(server.milestones).toHaveLength(1);
  expect(await github.read(target(), "1")).toMatchObject({ labels: [], assignee: null, state: "completed" });
  expect(await github.read(target(), "99")).toBeNull();
});

it("refuses in its own words, never with the token", async () => {
  const wrong = { ...target(), token: "secret-token" };
  await expect(github.read(wrong, "1")).rejects.toMatchObject({ fault: "token", message: /401: Bad credentials/ });
  server.failures.push({ status: 429, headers: { "retry-after": "7" } });
  await expect(github.read(target(), "1")).rejects.toMatchObject({ fault: "wait", retryAfterSeconds: 7 });
});

it("takes a signed webhook, and ignores other events", () => {
  const now = new Date();
  const { headers, body } = server.hook(1, "a secret");
  expect(github.webhook.verify(headers, body, "a secret", now)).toBe(true);
  expect(github.webhook.verify(headers, body, "another", now)).toBe(false);
  expect(github.webhook.read(headers, body)).toEqual({ is: "issues", project: server.project, issueIds: ["1"] });
  expect(github.webhook.read(new Headers({ "x-github-event": "push" }), body)).toMatchObject({ is: "ignored" });
});
