import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "./rest.ts";
import { serveRpc } from "./rpc.ts";

const lines: string[] = [];
const database = sharedDatabase();
let member: UserActor;
let authorization: string;

beforeAll(async () => {
  Object.assign(globalThis, {
    afterwordLogger: pino(
      { level: "info", base: null, timestamp: false },
      { write: (line: string) => lines.push(line) },
    ),
  });
  member = await makeUser(database.prisma, "member");
  authorization = `Bearer ${await makeToken(database.prisma, member.id, ["read", "write"])}`;
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, "afterwordLogger");
});

const doors = [
  ["/api/v1/incidents", serveRest, (body: unknown) => body],
  ["/api/rpc/incident/create", serveRpc, (body: unknown) => ({ json: body })],
] as const;

it.each(doors)("%s leaves one line per request, without query and body", async (path, serve, wrap) => {
  const post = async (body: unknown, headers: { authorization?: string }) => {
    lines.length = 0;
    const request = new Request(`http://127.0.0.1:3000${path}?note=private`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "req-7", ...headers },
      body: JSON.stringify(wrap(body)),
    });
    const { status, headers: answered } = await serve(request);
    expect(answered.get("x-request-id")).toBe("req-7");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      ...{ level: 30, msg: "request", requestId: "req-7", method: "POST", path, status, ms: expect.any(Number) },
      actorId: headers.authorization ? member.id : null,
    });
    return status;
  };
  const fields = { title: "Words of a person", severity: 2 };
  expect(await post(fields, {})).toBe(401);
  expect(await post({ ...fields, severity: "words" }, { authorization })).toBe(400);
  expect([200, 201]).toContain(await post(fields, { authorization }));
});
