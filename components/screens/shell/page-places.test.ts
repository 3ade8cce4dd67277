import { expect, it } from "vitest";
import { pageOfPath } from "./page-places.ts";

it.each([
  ["/incidents/INC-12", "INC-12", ["Impact", "Import events", "Compare with another incident", "Print view"]],
  ["/incidents/INC-12/impact", "INC-12", ["Timeline", "Import events", "Compare with another incident", "Print view"]],
  ["/reviews/REV-7", "REV-7", ["Factors", "Interview", "Versions", "History"]],
  ["/reviews/REV-7/history", "REV-7", ["Review", "Factors", "Interview", "Versions"]],
  ["/actions/ACT-31", "ACT-31", []],
  ["/strategy/SC-4", "SC-4", []],
  ["/incidents", null, []],
  ["/incidents/new", null, []],
  ["/incidents/unassigned", null, []],
  ["/", null, []],
])("the page %s is about %s", (path, key, labels) => {
  const page = pageOfPath(path);
  expect(page.key).toBe(key);
  expect(page.places.map(({ label }) => label)).toEqual(labels);
});
