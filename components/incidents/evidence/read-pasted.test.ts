import { expect, it } from "vitest";
import { readPasted } from "./read-pasted.ts";

it.each([
  ["https://grafana.example.com/d/abc?from=1&to=2", "link"],
  ["  http://example.com  ", "link"],
  ["SELECT count(*) FROM session WHERE ended_at > now()", "query"],
  ['sum by (status) (rate(http_requests_total{job="api"}[5m]))', "query"],
  ['{app="checkout"} |= "error"', "query"],
  ["2026-11-02T21:58:04Z error select failed", "log"],
  ["21:58:04 worker stopped\n21:58:05 worker started", "log"],
  ["panic: out of memory", "log"],
  ["see https://example.com and the log", "log"],
])("takes %s for a %s", (text, kind) => {
  expect(readPasted(text)?.kind).toBe(kind);
});

it("reads spaces as nothing", () => {
  expect(readPasted(" \n ")).toBeNull();
});
