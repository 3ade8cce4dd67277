import { beforeAll, describe, expect, it } from "vitest";
import { contract } from "#lib/contract/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "./rest.ts";

const database = sharedDatabase();
const tokens: Record<string, string> = {};

interface Call {
  as?: string;
  body?: unknown;
  raw?: BodyInit;
  type?: string;
}
async function call(method: string, path: string, { as, body, raw, type = "application/json" }: Call = {}) {
  const headers = new Headers(raw instanceof FormData ? {} : { "content-type": type });
  if (as) headers.set("authorization", `Bearer ${tokens[as] ?? as}`);
  const payload = raw ?? (body === undefined ? null : JSON.stringify(body));
  const response = await serveRest(
    new Request(`http://127.0.0.1:3000/api/v1${path}`, { method, headers, body: payload }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
  };
}
const newIncident = async (title = "Mail is late") =>
  (await call("POST", "/incidents", { as: "member", body: { title, severity: 2 } })).json;

beforeAll(async () => {
  for (const role of ["viewer", "member", "tpm", "admin"] as const) {
    const { id } = await makeUser(database.prisma, role);
    tokens[role] = await makeToken(database.prisma, id, ["read", "write"]);
  }
});

describe("authentication", () => {
  it("returns 401 as problem+json without a token and with a wrong one", async () => {
    for (const as of [undefined, "aw_nonsense"]) {
      const answer = await call("GET", "/me", as ? { as } : {});
      expect(answer).toMatchObject({
        status: 401,
        type: "application/problem+json",
        json: { code: "unauthenticated" },
      });
    }
  });

  it("returns who I am by id", async () => {
    const { status, json } = await call("GET", "/me", { as: "member" });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: expect.any(String), role: "member" });
  });

  it("ends a token at once when it is revoked", async () => {
    const { json: token } = await call("POST", "/tokens", { as: "member", body: { name: "short" } });
    expect((await call("GET", "/me", { as: token.secret })).status).toBe(200);
    await call("DELETE", `/tokens/${token.id}`, { as: "member" });
    expect((await call("GET", "/me", { as: token.secret })).status).toBe(401);
  });

  it("returns the same for unknown and hidden", async () => {
    const incident = await newIncident("Secret");
    await call("PUT", `/incidents/${incident.key}/restriction`, {
      as: "member",
      body: { version: 1, restricted: true, userIds: [], teamIds: [] },
    });
    const hidden = await call("GET", `/incidents/${incident.key}`, { as: "admin" });
    const unknown = await call("GET", "/incidents/INC-999999", { as: "admin" });
    const { requestId: _a, ...first } = hidden.json;
    const { requestId: _b, ...second } = unknown.json;
    expect([hidden.status, first]).toEqual([404, second]);
  });

  it("returns 403 if a person can read but not do it", async () => {
    const incident = await newIncident();
    const answer = await call("POST", `/incidents/${incident.key}/imports`, {
      as: "viewer",
      body: { filename: "a.md", content: "x" },
    });
    expect(answer).toMatchObject({ status: 403, json: { code: "forbidden" } });
  });
});

describe("input", () => {
  it("names each invalid and each unknown field with what is expected", async () => {
    const { status, type, json } = await call("POST", "/incidents", {
      as: "member",
      body: { title: "", severity: 9, colour: "red" },
    });
    expect([status, type]).toEqual([400, "application/problem+json"]);
    expect(json.fields.map((one: { field: string }) => one.field).sort()).toEqual(["colour", "severity", "title"]);
    expect(json.fields.every((one: { message: string }) => one.message.length > 3)).toBe(true);
  });

  it.each([
    ["a body that is no JSON", { raw: "{" }],
    ["an array as the body", { body: [] }],
    ["null as the body", { body: null }],
  ])("returns 400 to %s", async (_name, more) => {
    expect((await call("POST", "/incidents", { as: "member", ...more })).status).toBe(400);
  });

  it("rejects an unknown query field and a cursor of another list", async () => {
    expect((await call("GET", "/incidents?colour=red", { as: "member" })).status).toBe(400);
    expect((await call("GET", "/incidents?cursor=abc", { as: "member" })).status).toBe(400);
    expect((await call("GET", "/incidents?limit=2&severity=1", { as: "member" })).status).toBe(200);
  });

  it("returns 404 to an address that does not exist", async () => {
    expect(await call("GET", "/nothing", { as: "member" })).toMatchObject({
      status: 404,
      type: "application/problem+json",
    });
  });

  it("returns 413 for a file over the limit and continues", async () => {
    const incident = await newIncident();
    const content = "x".repeat(26 * 1024 * 1024);
    const answer = await call("POST", `/incidents/${incident.key}/imports`, {
      as: "member",
      body: { filename: "big.txt", content },
    });
    expect(answer).toMatchObject({ status: 413, json: { code: "too_large" } });
    expect((await call("GET", "/me", { as: "member" })).status).toBe(200);
  });
});

describe("a whole workflow by API", () => {
  it("goes from notes to the Markdown of a draft", async () => {
    const incident = await newIncident();
    const content = "2026-11-20 UTC\n- 14:01 alert fired: queue age\n- 14:24 rolled back\n";
    const preview = await call("POST", `/incidents/${incident.key}/imports/preview`, {
      as: "member",
      body: { filename: "n.md", content },
    });
    expect(preview.json.counts).toMatchObject({ created: 2, known: 0, rejected: 0 });
    const first = await call("POST", `/incidents/${incident.key}/imports`, {
      as: "member",
      body: { filename: "n.md", content },
    });
    expect(first.json).toMatchObject({ created: 2, known: 0, ambiguous: 0, rejected: 0 });
    const form = new FormData();
    form.set("file", new File([content], "n.md", { type: "text/markdown" }));
    const again = await call("POST", `/incidents/${incident.key}/imports`, { as: "member", raw: form });
    expect(again.json).toMatchObject({ created: 0, known: 2 });
    const timeline = await call("GET", `/incidents/${incident.key}/timeline`, { as: "viewer" });
    expect(timeline.json.items.map((event: { at: string }) => event.at)).toEqual([
      "2026-11-20T14:01:00.000Z",
      "2026-11-20T14:24:00.000Z",
    ]);
    expect((await call("GET", `/incidents/${incident.key}/metrics`, { as: "viewer" })).json.metrics).toHaveLength(13);
    const review = await call("POST", `/incidents/${incident.key}/reviews`, {
      as: "member",
      body: { template: "standard" },
    });
    expect(review.json.key).toMatch(/^REV-\d+$/);
    const address = `/reviews/${review.json.key}/export?format=markdown`;
    expect((await call("GET", address, { as: "viewer" })).status).toBe(403);
    const file = await call("GET", address, { as: "member" });
    expect(file.type).toContain("text/markdown");
    expect(file.text).toContain("alert fired: queue age");
  });

  it("works on an action item: version 1, a conflict with the newer row, a rule by name", async () => {
    const made = await call("POST", "/action-items", {
      as: "member",
      body: { title: "Watch queue age", type: "detect", priority: "P1", dueDate: "2017-02-10" },
    });
    expect(made.json).toMatchObject({
      key: expect.stringMatching(/^ACT-\d+$/),
      status: "proposed",
      version: 1,
      dueDate: "2017-02-10",
    });
    const path = `/action-items/${made.json.key}`;
    const me = (await call("GET", "/me", { as: "member" })).json.id;
    const owned = await call("PATCH", path, { as: "member", body: { version: 1, ownerId: me } });
    expect(owned.json.version).toBe(2);
    const stale = await call("PATCH", path, { as: "member", body: { version: 1, title: "Other" } });
    expect(stale).toMatchObject({
      status: 409,
      json: { code: "conflict", current: { version: 2, title: "Watch queue age" } },
    });
    const step = async (to: string, version: number, more: object = {}, as = "member") =>
      call("POST", `${path}/transitions`, { as, body: { to, version, ...more } });
    expect((await step("accepted", 2)).json.status).toBe("accepted");
    expect((await step("in_progress", 3)).json.status).toBe("in_progress");
    expect(await step("implemented", 4)).toMatchObject({
      status: 422,
      json: { code: "rule", rule: expect.any(String) },
    });
    expect((await step("implemented", 4, { evidence: "https://example.com/pr/1" })).json.status).toBe("implemented");
    expect(await step("verified", 5, { evidence: "Seen" })).toMatchObject({ status: 422 });
    expect((await step("verified", 5, { evidence: "Seen in the drill" }, "tpm")).json.status).toBe("verified");
  });
});

describe("every route of the contract", () => {
  it("is served: none returns that its path doesn't exist", async () => {
    interface Leaf {
      "~orpc": { route: { method?: string; path?: string } };
    }
    const routes = Object.values(contract).flatMap((noun) =>
      Object.values(noun as Record<string, Leaf>).map((leaf) => leaf["~orpc"].route),
    );
    for (const { method = "POST", path = "/" } of routes) {
      const address = path.replaceAll("{key}", "INC-1").replace(/\{\w+\}/g, "x");
      const answer = await call(method, address, method === "GET" || method === "DELETE" ? {} : { body: {} });
      expect(answer.json?.detail ?? "", `${method} ${path}`).not.toContain("No such address");
    }
  });
});
