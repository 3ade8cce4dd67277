import { expect, it } from "vitest";
import { citedEvents, factsOfBlocks } from "./frozen-facts.ts";

const event = (number: number, title = `Event ${number}`) =>
  ({ id: `e${number}`, number, title, at: null, precision: "unknown", kind: "observation" }) as const;
const chip = (eventId: string) => ({ type: "eventChip", attrs: { eventId } });

it("finds the events that a text cites, each once, by their numbers", () => {
  const list = { type: "bulletList", content: [{ type: "paragraph", content: [chip("e3"), chip("e1")] }] };
  const text = { type: "doc", content: [{ type: "paragraph", content: [chip("e3"), chip("gone")] }, list] };
  expect(citedEvents(text, [event(3), event(2), event(1)]).map(({ id }) => id)).toEqual(["e1", "e3"]);
});

it("reads the head of an older version and its cited events from the live blocks", () => {
  const header = [
    ["Incident", "INC-1 Mail is late"],
    ["Start", "2026-01-10T14:00:00.000Z"],
    ["Severity", "SEV2"],
    ["Highest severity", "SEV1"],
    ["Services", "mail, web"],
    ["Authors", "Ada, Ben"],
  ].map((cells) => ({ key: cells[0] ?? "", cells }));
  const rows = [
    { key: "a", cells: ["E1", "2026-01-10 14:00", "Queue deep", ""] },
    { key: "b", cells: ["E2", "about 2026-01-10 14:01 to 14:05", "Alert", "pinned"] },
    { key: "c", cells: ["E3", "2026-01-10 14:02:09", "Paged", ""] },
    { key: "d", cells: ["E4", "", "No dump", ""] },
  ];
  const facts = factsOfBlocks({
    header: { columns: ["Fact", "Value"], rows: header },
    timeline: { columns: ["No.", "Time", "Event", "Shown"], rows },
  });
  expect(facts).toMatchObject({
    incident: { title: "Mail is late", startedAt: "2026-01-10T14:00:00.000Z" },
    severity: 2,
    highestSeverity: 1,
    services: ["mail", "web"],
    authors: [
      { id: null, name: "Ada" },
      { id: null, name: "Ben" },
    ],
    band: null,
  });
  expect(facts.events.map(({ id, number, at, precision }) => [id, number, at, precision])).toEqual([
    ["a", 1, "2026-01-10T14:00:00.000Z", "minute"],
    ["b", 2, "2026-01-10T14:01:00.000Z", "approx"],
    ["c", 3, "2026-01-10T14:02:09.000Z", "exact"],
    ["d", 4, null, "unknown"],
  ]);
});

it.each([{}, { header: { rows: [] } }])("knows nothing that older live blocks don't tell: %j", (blocks) => {
  expect(factsOfBlocks(blocks as Parameters<typeof factsOfBlocks>[0])).toEqual({
    incident: { title: "", startedAt: null },
    ...{ severity: null, highestSeverity: null, services: [], authors: [], band: null, events: [] },
  });
});
