import { expect, it } from "vitest";
import { toWireError } from "../problem/problem.ts";
import { routeOf } from "./metrics.ts";

it.each([
  ["/api/v1/incidents/INC-4?x=1", "/api/v1/incidents/{key}"],
  ["/api/v1/incidents", "/api/v1/incidents"],
  ["/api/v1/hooks/github/a-secret", "/api/v1/hooks"],
  ["/api/v1/no/such/address", "/api/v1 other"],
  ["/api/rpc/incident/list", "/api/rpc/incident.list"],
  ["/api/rpc/x", "/api/rpc other"],
  ["/api/auth/callback/credentials", "/api/auth"],
  ["/api/changes?since=1", "/api/changes"],
  ["/_next/static/a.js", "files"],
  ["/incidents/INC-4", "pages"],
])("%s is counted under %s, so no key or secret is a label", (url, route) => {
  expect(routeOf(url)).toBe(route);
});

it.each([
  Object.assign(new Error("write failed"), { code: "ENOSPC" }),
  Object.assign(new Error("could not extend file"), { code: "53100" }),
  new Error("Raw query failed. Code: `53100`. Message: `could not extend file`"),
  new Error("query failed", { cause: new Error("could not write: No space left on device") }),
])("a full disk is said in words: %s", (error) => {
  const { status, data } = toWireError(error);
  expect(status).toBe(503);
  expect(data.detail).toMatch(/disk is full.*wasn't saved/);
});

it.each([
  new Error("Connection terminated unexpectedly"),
  new Error("Connection terminated due to connection timeout"),
  Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
  new Error("Can't reach it", { cause: Object.assign(new Error("starting up"), { code: "57P03" }) }),
])("a lost database is said in words: %s", (error) => {
  const { status, data } = toWireError(error);
  expect(status).toBe(503);
  expect(data.detail).toMatch(/^The database doesn't respond/);
});

it("an error of our own stays one", () => {
  expect(toWireError(new Error("not a function")).status).toBe(500);
});
