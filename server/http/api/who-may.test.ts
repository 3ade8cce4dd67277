import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ROLES, type Role } from "#lib/base/access/roles.ts";
import { contract } from "#lib/contract/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { sampleOf, UNKNOWN_ID } from "../testing/sample-input.ts";
import { type OperationName, WHO_MAY } from "../testing/who-may.ts";
import { serveRest } from "./rest.ts";

interface Operation {
  name: OperationName;
  method: string;
  path: string;
  input: z.ZodType | null;
}

/** Every operation of the contract, so a new one is tested without being named here. */
const OPERATIONS: Operation[] = Object.entries(contract).flatMap(([noun, operations]) =>
  Object.entries(operations).map(([name, operation]) => {
    const { route, inputSchema } = (operation as { "~orpc": { route: Operation; inputSchema?: z.ZodType } })["~orpc"];
    const { method, path } = route;
    return { name: `${noun}.${name}` as OperationName, method, path, input: inputSchema ?? null };
  }),
);

const OTHER_ID = "00000000-0000-4000-8000-000000000001";

/** Parts of an input that its schema can't state. A failure with 400 below needs a line here. */
const MORE: Partial<Record<OperationName, Record<string, unknown>>> = {
  "import.preview": { content: "x" },
  "import.create": { content: "x" },
  "writeUp.preview": { content: "x" },
  "writeUp.create": { content: "x" },
  "timeline.answerZone": { zone: "UTC" },
  "curate.relate": { below: [{ id: OTHER_ID, version: 1 }] },
  "curate.change": { set: { pinned: true } },
  "curate.keepApart": { eventIds: [UNKNOWN_ID, OTHER_ID] },
  "curate.setClock": { sourceType: "slack", offsetMs: 1000 },
  "review.waive": { gate: "milestones_set" },
  "review.unwaive": { gate: "milestones_set" },
  "actionItem.changeSeveral": { transitions: [{ key: "ACT-1", version: 1, to: "accepted" }] },
  "hint.dismiss": { sentence: null },
  "integration.create": { source: "alertmanager" },
};

type Keys = Record<"INC" | "REV" | "ACT" | "SC", string>;
const UNKNOWN: Keys = { INC: "INC-999999", REV: "REV-999999", ACT: "ACT-999999", SC: "SC-999999" };
const SECRET = "zanzibar";

const database = sharedDatabase();
const tokens = new Map<Role, string>();
let maker = "";
let open: Keys;
let secret: Keys;

/** 503: the documents don't run in this process, which is returned before anything is looked up. */
const DENIED = [403, 404, 503];

interface Answer {
  status: number;
  text: string;
  /** Returns the body without what differs from request to request. */
  told: unknown;
}

async function ask(token: string | undefined, method: string, path: string, body?: unknown): Promise<Answer> {
  const headers = new Headers(body === undefined ? {} : { "content-type": "application/json" });
  if (token) headers.set("authorization", `Bearer ${token}`);
  const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
  const answer = await serveRest(new Request(`http://127.0.0.1:3000/api/v1${path}`, init));
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  const { requestId, ...told } = isJson ? JSON.parse(text) : { requestId: null, text };
  return { status: answer.status, text, told };
}

const prefixOf = (path: string): keyof Keys | null =>
  path.startsWith("/incidents/{key}")
    ? "INC"
    : path.startsWith("/reviews/{key}")
      ? "REV"
      : path.startsWith("/action-items/{key}")
        ? "ACT"
        : null;

/** Calls the operation on these records with the smallest input that its contract accepts. */
function call(operation: Operation, keys: Keys, token: string | undefined): Promise<Answer> {
  const { name, method, path, input } = operation;
  const schema = input === null ? {} : z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  const given = { ...(sampleOf(schema as object, keys) as Record<string, unknown>), ...MORE[name] };
  const key = keys[prefixOf(path) ?? "SC"];
  const address = path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = parameter === "key" ? key : parameter === "noun" ? "incident" : (given[parameter] ?? UNKNOWN_ID);
    delete given[parameter];
    return String(value);
  });
  if (method !== "GET") return ask(token, method, address, given);
  const query = new URLSearchParams(Object.entries(given).map(([field, value]) => [field, String(value)]));
  return ask(token, method, `${address}?${query}`);
}

async function story(title: string): Promise<Keys> {
  const made = async (path: string, body: object) => JSON.parse((await ask(maker, "POST", path, body)).text);
  const INC = (await made("/incidents", { title, severity: 2, impactText: title })).key;
  const REV = (await made(`/incidents/${INC}/reviews`, { template: "quick" })).key;
  const event = { at: "2026-01-01T00:00:00Z", precision: "exact", title };
  await made(`/incidents/${INC}/events`, event);
  await made(`/reviews/${REV}/factors`, { statement: title });
  await made(`/reviews/${REV}/threads`, { quote: "x", body: title });
  const { key: ACT } = await made("/action-items", { title, type: "prevent", priority: "P2", reviewKey: REV });
  return { INC, REV, ACT, SC: "SC-1" };
}

beforeAll(async () => {
  for (const role of ROLES) {
    const { id } = await makeUser(database.prisma, role);
    tokens.set(role, await makeToken(database.prisma, id, ["read", "write", "admin"]));
  }
  const { id } = await makeUser(database.prisma, "member", "Maker");
  maker = await makeToken(database.prisma, id, ["read", "write"]);
  open = await story("Mail is late");
  secret = await story(`The ${SECRET} leak`);
  const { version } = JSON.parse((await ask(maker, "GET", `/incidents/${secret.INC}`)).text);
  const hidden = { version, restricted: true, userIds: [], teamIds: [] };
  expect((await ask(maker, "PUT", `/incidents/${secret.INC}/restriction`, hidden)).status).toBe(200);
});

const of = (role: Role) => ({ role, token: tokens.get(role) ?? "" });
const reaches = (role: Role, least: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least);

describe("a restricted incident", () => {
  it.each(OPERATIONS.filter(({ path }) => prefixOf(path) !== null))(
    "is to $name what none is, for every role that is not on it",
    async (operation) => {
      for (const { role, token } of ROLES.map(of)) {
        const [hidden, unknown] = [await call(operation, secret, token), await call(operation, UNKNOWN, token)];
        expect([hidden.status, hidden.told], role).toEqual([unknown.status, unknown.told]);
        expect(DENIED, `${role}: ${hidden.text}`).toContain(hidden.status);
      }
      expect((await call(operation, secret, undefined)).status).toBe(401);
    },
  );

  it.each(OPERATIONS.filter(({ method, path }) => method === "GET" && !path.includes("{")))(
    "is not revealed by $name, neither its words nor its keys",
    async (operation) => {
      for (const { role, token } of ROLES.map(of)) {
        const { text, status } = await call(operation, secret, token);
        expect(status, text).toBeLessThan(500);
        expect(text.toLowerCase(), role).not.toContain(SECRET);
        for (const key of [secret.INC, secret.REV, secret.ACT]) expect(text, role).not.toContain(`"${key}"`);
      }
    },
  );

  it("is not found by any role without access", async () => {
    for (const { token } of ROLES.map(of))
      for (const path of [
        `/search?q=${SECRET}`,
        `/incidents?q=${SECRET}`,
        `/audit?q=${SECRET}`,
        `/history/incident/${secret.INC}`,
      ])
        expect((await ask(token, "GET", path)).text.toLowerCase()).not.toMatch(new RegExp(`the ${SECRET} leak`));
  });
});

describe("an open incident", () => {
  it.each(OPERATIONS)("and everything else is served by $name to those in the table only", async (operation) => {
    const how = `add ${operation.name} to testing/who-may.ts: the weakest role that it serves`;
    expect(Object.keys(WHO_MAY), how).toContain(operation.name);
    const least = WHO_MAY[operation.name];
    const visitor = await call(operation, open, undefined);
    if (least === "anyone") {
      expect(visitor.status, visitor.text).not.toBe(401);
      return;
    }
    expect(visitor.status, visitor.text).toBe(401);
    for (const { role, token } of ROLES.map(of)) {
      if (reaches(role, least) && operation.method !== "GET") continue;
      const { status, text } = await call(operation, open, token);
      if (reaches(role, least)) expect([401, 403], `${role}: ${text}`).not.toContain(status);
      else expect(DENIED, `${role}: ${text}`).toContain(status);
    }
  });
});
