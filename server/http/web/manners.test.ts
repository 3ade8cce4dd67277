import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "../api/rest.ts";
import { serveRpc } from "../api/rpc.ts";
import { serveChanges } from "../changes.ts";
import { serveEvidenceFile } from "../stored-file.ts";

const database = sharedDatabase();
let token: string;

beforeAll(async () => {
  const user = await makeUser(database.prisma, "member");
  token = await makeToken(database.prisma, user.id, ["read", "write"]);
});

const request = (method: string, path: string) =>
  new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: method === "POST" ? "{}" : null,
  });

describe("a known URL", () => {
  it.each([
    ["DELETE", "/me", "GET, HEAD, PATCH"],
    ["PUT", "/incidents/INC-1", "GET, HEAD, PATCH"],
    ["GET", "/incidents/INC-1/zone-answers", "POST"],
    ["PATCH", "/incidents/INC-1/timeline/export", "GET, HEAD"],
    ["POST", "/incidents/a%2Fb/timeline", "GET, HEAD, PATCH"],
  ])("returns its methods for %s %s", async (method, path, allow) => {
    const answer = await serveRest(request(method, `/api/v1${path}`));
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
    expect(await answer.json()).toMatchObject({ code: "method_not_allowed", requestId: expect.any(String) });
  });

  it("isn't confused with an unknown one", async () => {
    for (const path of ["/nowhere", "/incidents/INC-1/nowhere", "/me/"]) {
      const answer = await serveRest(request("DELETE", `/api/v1${path}`));
      expect([answer.status, answer.headers.get("allow")]).toEqual([404, null]);
    }
  });
});

describe("too many requests", () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, "afterwordRequests");
  });

  it("get the time of the next attempt, at every entry point", async () => {
    const consume = () => Promise.reject({ msBeforeNext: 6500, remainingPoints: 0 });
    Object.assign(globalThis, { afterwordRequests: { consume } });
    const address = { key: "INC-1", id: crypto.randomUUID() };
    const answers = [
      await serveRest(request("GET", "/api/v1/me")),
      await serveRpc(request("POST", "/api/rpc/me/get")),
      await serveChanges(request("GET", "/api/changes")),
      await serveEvidenceFile(request("GET", "/api/v1/incidents/INC-1/evidence/x/file"), address),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual(
      answers.map(() => [429, "7"]),
    );
  });
});
