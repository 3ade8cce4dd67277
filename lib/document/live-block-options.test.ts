import { expect, it } from "vitest";
import {
  eventFilter,
  isColumnShown,
  liveBlockOptions,
  liveBlockWords,
  optionAttributes,
} from "./live-block-options.ts";

const block = (attrs: Record<string, unknown>) => ({ type: "liveBlock", attrs });

it.each([
  [{ kind: "timeline" }, { events: null, columns: null }],
  [
    { kind: "timeline", events: "all" },
    { events: "all", columns: null },
  ],
  [
    { kind: "timeline", events: "some" },
    { events: null, columns: null },
  ],
  [
    { kind: "actions", columns: "due owner" },
    { events: null, columns: ["owner", "due"] },
  ],
  [
    { kind: "actions", columns: "due mood" },
    { events: null, columns: ["due"] },
  ],
  [
    { kind: "actions", columns: "" },
    { events: null, columns: [] },
  ],
])("reads %j, without what it doesn't know", (attrs, options) => {
  expect(liveBlockOptions(block(attrs))).toEqual(options);
});

it("stores what people chose, and nothing where they chose nothing", () => {
  expect(optionAttributes({ events: null, columns: null })).toEqual({ events: null, columns: null });
  const stored = optionAttributes({ events: "pinned", columns: ["owner", "doneWhen"] });
  expect(liveBlockOptions(block(stored))).toEqual({ events: "pinned", columns: ["owner", "doneWhen"] });
});

it.each([
  ["actions", "Owner", null, true],
  ["actions", "Owner", ["due"], false],
  ["actions", "Due", ["due"], true],
  ["actions", "Action", [], true],
  ["roles", "Person", [], true],
] as const)("in %s, shows the column %s when %j are chosen: %s", (kind, head, columns, isShown) => {
  expect(isColumnShown(kind, head, { events: null, columns })).toBe(isShown);
});

const EVENTS = [
  { name: "pinned", pinned: true, hidden: false },
  { name: "plain", pinned: false, hidden: false },
  { name: "hidden", pinned: false, hidden: true },
];
it.each([
  [null, true, ["pinned"]],
  [null, false, ["pinned", "plain"]],
  ["pinned", false, ["pinned"]],
  ["all", true, ["pinned", "plain"]],
] as const)("shows the events of %s, with any pinned: %s", (events, isAnyPinned, names) => {
  const shown = EVENTS.filter(eventFilter({ events, columns: null }, isAnyPinned));
  expect(shown.map(({ name }) => name)).toEqual(names);
});

it.each([
  [{ kind: "actions" }, "Action items"],
  [{ kind: "actions", columns: "owner due" }, "Action items (Owner, Due)"],
  [{ kind: "actions", columns: "" }, "Action items (no columns)"],
  [{ kind: "timeline", events: "all" }, "Timeline (all events)"],
])("names %j", (attrs, words) => expect(liveBlockWords(block(attrs))).toBe(words));
