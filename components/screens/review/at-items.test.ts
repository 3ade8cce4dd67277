import type { Editor } from "@tiptap/core";
import { expect, it } from "vitest";
import type { SearchHit } from "#lib/contract/search.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { atItems } from "./at-items.ts";

const NOTHING = { events: [], people: [], factors: [], services: [], records: [] };
const hit = (noun: SearchHit["noun"], key: string): SearchHit => ({
  noun,
  key,
  title: "heartbeat of the queue",
  href: "/",
  detail: "",
});
const labelsOf = (records: SearchHit[]) => atItems("heartbeat", { ...NOTHING, records }).map(({ label }) => label);

it.each(["incident", "review", "action-item", "strategic-change"] as const)("mentions a found %s", (noun) => {
  expect(labelsOf([hit(noun, "X-1")])).toEqual(["X-1 heartbeat of the queue"]);
});

it.each(["event", "factor", "comment"] as const)("mentions no %s, which a chip can't contain", (noun) => {
  expect(labelsOf([hit(noun, "INC-1"), hit("incident", "INC-2")])).toEqual(["INC-2 heartbeat of the queue"]);
});

const event = (number: number, title: string) => ({ id: `e${number}`, number, title }) as TimelineEvent;

it.each<[string, string[]]>([
  ["E1", ["E1 queue is late", "E12 queue is empty"]],
  ["queue", ["queue", "E12 queue is empty", "E1 queue is late", "Factor 2: No alert on the queue"]],
  ["factor", ["Factor 1: A full disk", "Factor 2: No alert on the queue"]],
  ["nothing", []],
])("puts the exact key or name %j first, whatever its kind", (typed, labels) => {
  const items = atItems(typed, {
    ...NOTHING,
    events: [event(12, "queue is empty"), event(1, "queue is late")],
    factors: [
      { id: "f1", statement: "A full disk" },
      { id: "f2", statement: "No alert on the queue" },
    ],
    services: ["queue"],
  });
  expect(items.map(({ label }) => label)).toEqual(labels);
});

it("groups results by kind, and limits each kind", () => {
  const records = [hit("review", "REV-1"), hit("incident", "INC-1"), hit("review", "REV-2")];
  const events = Array.from({ length: 12 }, (_, at) => event(at + 1, "heartbeat"));
  const groups = atItems("heartbeat", { ...NOTHING, events, records }).map(({ group }) => group);
  expect(groups).toEqual([...Array(8).fill("Evidence"), "Reviews", "Reviews", "Incidents"]);
});

it("cites a factor as a chip, and names a service as text", () => {
  const inserted: unknown[] = [];
  const chain = {
    focus: () => chain,
    insertContentAt: (_: unknown, [first]: unknown[]) => {
      inserted.push(first);
      return chain;
    },
    run: () => true,
  };
  const editor = { chain: () => chain } as unknown as Editor;
  const factors = [{ id: "f2", statement: "No alert" }];
  for (const item of atItems("", { ...NOTHING, factors, services: ["payments"] })) item.run(editor, { from: 1, to: 2 });
  expect(inserted).toEqual([
    { type: "recordChip", attrs: { noun: "factor", key: "f2" } },
    { type: "text", text: "payments" },
  ]);
});
