import { expect, it } from "vitest";
import type { SearchHit } from "#lib/contract/search.ts";
import { atItems } from "./at-items.ts";

const hit = (noun: SearchHit["noun"], key: string): SearchHit => ({
  noun,
  key,
  title: "heartbeat of the queue",
  href: "/",
  detail: "",
});
const labelsOf = (records: SearchHit[]) =>
  atItems("heartbeat", { events: [], people: [], records }).map(({ label }) => label);

it.each(["incident", "review", "action-item", "strategic-change"] as const)("mentions a found %s", (noun) => {
  expect(labelsOf([hit(noun, "X-1")])).toEqual(["X-1 heartbeat of the queue"]);
});

it.each(["event", "factor", "comment"] as const)("mentions no %s, which a chip can't contain", (noun) => {
  expect(labelsOf([hit(noun, "INC-1"), hit("incident", "INC-2")])).toEqual(["INC-2 heartbeat of the queue"]);
});
