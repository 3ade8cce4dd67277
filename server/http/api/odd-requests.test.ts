import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { encodeCursor } from "#server/base/kernel/cursor.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "./rest.ts";
import { serveRpc } from "./rpc.ts";

// Requests that contradict the reference. Each gets a clear response, and none is a server error.
const database = sharedDatabase();
let token = "";
let key = "";
let reviewKey = "";

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}
async function send(method: string, path: string, { body, headers = {} }: Sent = {}) {
  const response = await serveRest(
    new Request(`http://127.0.0.1:3000/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  return { status: response.status, text, fields: isProblem ? (JSON.parse(text).fields ?? []) : [] };
}

const WITH_PASSWORD = "https://ana:secret@wiki.example.com/page";
const NOBODY = "00000000-0000-4000-8000-000000000000";
const action = (fields: object) => ({ title: "Add a limit", type: "prevent", priority: "P2", ...fields });

beforeAll(async () => {
  const { id } = await makeUser(database.prisma, "admin");
  token = await makeToken(database.prisma, id, ["read", "write", "admin"]);
  key = JSON.parse((await send("POST", "/incidents", { body: { title: "Mail is late", severity: 2 } })).text).key;
  const generated = await send("POST", `/incidents/${key}/reviews`, { body: { template: "quick" } });
  reviewKey = JSON.parse(generated.text).key;
});

describe("without a database", () => {
  it("every API responds with a problem, even if it can't know who asks", async () => {
    const unreachable = openDatabase("postgresql://nobody@127.0.0.1:1/none", { poolSize: 1, logPoolSize: 1 });
    shareDatabase(unreachable);
    const rest = await send("GET", "/incidents");
    const headers = { authorization: `Bearer ${token}` };
    const rpc = await serveRpc(new Request("http://127.0.0.1:3000/api/rpc/incident/list", { method: "POST", headers }));
    database.share();
    await unreachable.close();
    expect([rest.status, JSON.parse(rest.text).code]).toEqual([503, "unavailable"]);
    expect([rpc.status, (await rpc.json()).json.data.code]).toEqual([503, "unavailable"]);
  });
});

describe("a body", () => {
  it.each<[string, string, () => [method: string, path: string, body: object]]>([
    ["a NUL", "title", () => ["POST", "/incidents", { title: "a\u0000b", severity: 2 }]],
    ["half of a character", "title", () => ["POST", "/incidents", { title: "a\ud800", severity: 2 }]],
    [
      "a time of no year",
      "at",
      () => ["POST", `/incidents/${key}/events`, { at: "0000-01-01T00:00:00Z", precision: "exact", title: "x" }],
    ],
    [
      "a time after all years",
      "startedAt",
      () => ["POST", "/incidents", { title: "x", severity: 2, startedAt: "9999-12-31T23:59:59-14:00" }],
    ],
    ["a day of no year", "dueDate", () => ["POST", "/action-items", action({ dueDate: "0000-01-01" })]],
    ["a day that no one plans", "dueDate", () => ["POST", "/action-items", action({ dueDate: "9999-12-31" })]],
    ["a day after all years", "expiresOn", () => ["POST", "/tokens", { name: "x", expiresOn: "9999-12-31" }]],
    [
      "a version out of range",
      "version",
      () => ["PATCH", `/incidents/${key}`, { version: 99_999_999_999, title: "x" }],
    ],
    [
      "an address that is a script",
      "url",
      () => [
        "POST",
        `/incidents/${key}/events`,
        { at: null, precision: "unknown", title: "x", url: "javascript:alert(1)" },
      ],
    ],
    [
      "a password in the address of an event",
      "url",
      () => ["POST", `/incidents/${key}/events`, { at: null, precision: "unknown", title: "x", url: WITH_PASSWORD }],
    ],
    [
      "a password in the address of evidence",
      "url",
      () => ["POST", `/incidents/${key}/events/${NOBODY}/evidence`, { kind: "link", title: "x", url: WITH_PASSWORD }],
    ],
    [
      "a password in the address of an action",
      "trackerUrl",
      () => ["POST", "/action-items", action({ trackerUrl: WITH_PASSWORD })],
    ],
    [
      "a password in a link of proof",
      "evidence",
      () => [
        "POST",
        "/action-items/ACT-1/transitions",
        { version: 1, to: "implemented", evidence: `Merged, see ${WITH_PASSWORD}` },
      ],
    ],
    [
      "a person who does not exist, named",
      "userIds",
      () => ["PUT", `/incidents/${key}/restriction`, { version: 1, restricted: true, userIds: [NOBODY], teamIds: [] }],
    ],
    [
      "a team that does not exist, named",
      "teamIds",
      () => ["PUT", `/incidents/${key}/restriction`, { version: 1, restricted: true, userIds: [], teamIds: [NOBODY] }],
    ],
    [
      "a role for nobody",
      "roles",
      () => ["PATCH", `/incidents/${key}`, { version: 1, roles: [{ role: "commander", userId: NOBODY, name: null }] }],
    ],
    [
      "an owner who does not exist",
      "ownerId",
      () => ["PATCH", `/reviews/${reviewKey}`, { version: 1, ownerId: NOBODY }],
    ],
    [
      "a facilitator who does not exist",
      "facilitatorId",
      () => ["PATCH", `/reviews/${reviewKey}`, { version: 1, facilitatorId: NOBODY }],
    ],
  ])("with %s returns 400 and names %s", async (_name, field, request) => {
    const [method, path, body] = request();
    const { status, fields } = await send(method, path, { body });
    expect([status, fields.map((one: { field: string }) => one.field)]).toEqual([400, [field]]);
  });

  it("with an end before its start returns 400, even if the end is now", async () => {
    const startedAt = "9999-01-01T00:00:00Z";
    const { status } = await send("PATCH", `/incidents/${key}`, {
      body: { version: 1, startedAt, status: "resolved" },
    });
    expect(status).toBe(400);
  });
});

describe("a query", () => {
  const lists = [
    "/incidents",
    "/reviews",
    "/action-items",
    "/strategic-changes",
    "/members",
    "/teams",
    "/services",
    "/inbox",
    "/audit",
    "/forum",
  ];
  const odd = [
    ["x"],
    ["x", "y"],
    ["x", "y", "z"],
    [null],
    [null, null],
    [1e20],
    [0, "2026-99-99", 1],
    ["2026-01-01T00:00:00Z", "x"],
  ];

  it.each(lists)("of %s with a cursor from elsewhere returns 400", async (path) => {
    for (const values of odd) {
      const { status } = await send("GET", `${path}?cursor=${encodeCursor(values)}`);
      // Some of these are valid in one list, which can accept its own.
      expect([200, 400], `${path} ${JSON.stringify(values)}`).toContain(status);
    }
    expect((await send("GET", `${path}?cursor=${encodeCursor(["x"])}`)).status).toBe(400);
  });

  it("of a timeline or history with a cursor from elsewhere returns 400", async () => {
    for (const path of [`/incidents/${key}/timeline`, `/history/incident/${key}`])
      expect((await send("GET", `${path}?cursor=${encodeCursor(["x"])}`)).status).toBe(400);
    expect((await send("GET", `/incidents/${key}/timeline?cursor=${encodeCursor([NOBODY])}`)).status).toBe(400);
  });

  it("with a NUL in its text returns 400 and names the field", async () => {
    expect(await send("GET", "/search?q=a%00b")).toMatchObject({ status: 400, fields: [{ field: "q" }] });
  });

  it("with a value outside a list of values names what is expected", async () => {
    const { status, fields } = await send("GET", "/action-items?status=done&status=open");
    expect(status).toBe(400);
    expect(fields[0]).toMatchObject({ field: "status.0", message: expect.stringContaining("proposed") });
    expect((await send("GET", "/action-items?status=done")).fields[0].message).toContain("proposed");
  });
});

describe("a request", () => {
  it("that changes nothing of me names what can be changed", async () => {
    const { status, fields } = await send("PATCH", "/me", { body: {} });
    expect([status, fields[0].message]).toEqual([400, expect.stringContaining("timeZone")]);
  });

  it("of HEAD gets the response of GET", async () => {
    expect((await send("HEAD", `/incidents/${key}`)).status).toBe(200);
    expect((await send("HEAD", "/incidents/INC-999999")).status).toBe(404);
  });

  it("for the time zone of an unknown import returns 404", async () => {
    const body = { importId: NOBODY, zone: "UTC" };
    expect((await send("POST", `/incidents/${key}/zone-answers`, { body })).status).toBe(404);
  });
});
