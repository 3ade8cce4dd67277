import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const at = (minute: number) => `2026-03-04T09:${String(minute).padStart(2, "0")}:00Z`;
const change = (field: string, removed: string, added: string) => ({ field, removed, added });
const entry = (minute: number, ...changes: object[]) => ({ when: at(minute), who: "ana", changes });
const status = entry(1, change("status", "new", "assigned"));
const priority = entry(2, change("priority", "", "P1"), change("owner", "ben", ""));
const talk = { when: at(3), text: "Ana drained the queue" };
const STATUS = "01 status from new to assigned";
const PRIORITY = "02 priority P1 added; owner ben removed";
const TALK = "03 Ana drained the queue";

function told(json: unknown) {
  const { events, rejects, context } = parseSource(jsonInput(json));
  expect({ rejects, context }).toEqual({ rejects: [], context: [] });
  return events.map((event) => `${event.at?.slice(14, 16)} ${event.title}`);
}

describe("a list of events in JSON of an unknown tool", () => {
  it.each<[string, unknown, string[]]>([
    ["in a record of a list", { bugs: [{ id: 1, history: [status, priority] }] }, [STATUS, PRIORITY]],
    ["of one entry", { bugs: [{ id: 1, history: [priority] }] }, [PRIORITY]],
    ["in several records", { bugs: [{ history: [status] }, { history: [priority, talk] }] }, [STATUS, PRIORITY, TALK]],
    ["four levels down", { answer: { page: { bugs: [{ id: 1, history: [status, priority] }] } } }, [STATUS, PRIORITY]],
    ["five levels down", { a: { b: { c: { d: [{ log: [status, priority] }] } } } }, [STATUS, PRIORITY]],
    ["of lists", [[status, priority], [talk]], [STATUS, PRIORITY, TALK]],
    ["of lists under a name", { data: [[status], [priority, talk]] }, [STATUS, PRIORITY, TALK]],
    ["of entries of two forms", { bugs: [{ history: [status, talk, priority] }] }, [STATUS, TALK, PRIORITY]],
    ["beside another one", { bugs: [{ history: [status], comments: [talk] }] }, [STATUS, TALK]],
    ["by the names of its records", { byBug: { 12: [status, priority], 13: [talk] } }, [STATUS, PRIORITY, TALK]],
    ["in edges", { bug: { history: { edges: [{ node: status }, { node: talk }] } } }, [STATUS, TALK]],
    ["of the whole file", [status, priority], [STATUS, PRIORITY]],
    [
      "in a record with a heading",
      { bugs: [{ summary: "Login is broken", history: [status, talk] }] },
      [`${STATUS}: Login is broken`, `${TALK}: Login is broken`],
    ],
    [
      "whose words stand in an object",
      {
        result: [
          { time: at(1), detail: { text: "Ana looked" } },
          { time: at(2), detail: { text: "Ben looked" } },
        ],
      },
      ["01 Ana looked", "02 Ben looked"],
    ],
  ])("%s is read whole", (_, json, lines) => {
    expect(told(json)).toEqual(lines);
  });

  it("is read in records beyond the first forty", () => {
    const bugs = Array.from({ length: 59 }, (_, minute) => ({
      id: minute,
      history: [entry(minute, change("a", "b", "c"))],
    }));
    expect(told({ bugs })).toHaveLength(59);
  });

  it("is read or counted, however it is nested", () => {
    const wrap = fc.constantFrom<(inner: unknown) => unknown>(
      (inner) => ({ result: inner }),
      (inner) => ({ total: 2, page: { rows: inner } }),
      (inner) => ({ bugs: [{ id: 7, history: inner }] }),
      (inner) => [inner],
      (inner) => ({ data: { issue: { activity: inner } } }),
    );
    const shape = fc.constantFrom<(minute: number) => object>(
      (minute) => entry(minute, change("status", "new", "done")),
      (minute) => ({ time: at(minute), detail: { text: `Step ${minute} was done` } }),
      (minute) => ({ at: at(minute), text: `Step ${minute} was done` }),
    );
    const json = fc
      .tuple(fc.array(wrap, { maxLength: 3 }), shape, fc.integer({ min: 1, max: 9 }))
      .map(([wraps, form, count]) => ({
        count,
        json: wraps.reduce<unknown>(
          (inner, around) => around(inner),
          Array.from({ length: count }, (_, at) => form(at)),
        ),
      }));
    fc.assert(
      fc.property(json, ({ json: value, count }) => {
        const { events, context, format } = parseSource(jsonInput(value));
        const unread = context.map(({ text }) => Number(/^(\d+) entr/.exec(text)?.[1] ?? 0));
        const left = unread.reduce((sum, one) => sum + one, 0);
        if (format !== "unknown") expect(events.length + left).toBe(count);
      }),
      { numRuns: 300 },
    );
  });
});

describe("changes that a record lists", () => {
  const listed = (changes: unknown) =>
    told([
      { when: at(1), changes },
      { when: at(2), changes },
    ])[0];
  it.each<[string, unknown, string]>([
    ["from and to", [{ field: "state", from: "open", to: "done" }], "state from open to done"],
    ["as strings", [{ field: "status", fromString: "Open", toString: "Done" }], "status from Open to Done"],
    [
      "old and new",
      [{ property: "attr", name: "done_ratio", old_value: "0", new_value: "50" }],
      "done_ratio from 0 to 50",
    ],
    ["objects", [{ field: "owner", old: { name: "Ana" }, new: { name: "Ben" } }], "owner from Ana to Ben"],
    ["lists", [{ fieldName: "labels", previous: ["a"], current: ["a", "b"] }], "labels from a to a, b"],
    ["numbers", [{ attribute: "limit", before: 5, after: 9 }], "limit from 5 to 9"],
    ["a map of pairs", { title: ["Slow", "Down"] }, "title from Slow to Down"],
    ["a map of steps", { severity: { from: "SEV3", to: "SEV1" } }, "severity from SEV3 to SEV1"],
    ["nothing before", [{ field: "resolution", from: null, to: "Fixed" }], "resolution set to Fixed"],
    ["nothing at all", [{ field: "description", from: null, to: null }], "description changed"],
  ])("are said: %s", (_, changes, line) => {
    expect(listed(changes)).toBe(`01 ${line}`);
  });

  it("are below the text of a record", () => {
    const { events } = parseSource(
      jsonInput([{ when: at(1), text: "Ana edited the bug", changes: [change("a", "1", "2"), change("b", "3", "4")] }]),
    );
    expect(events).toMatchObject([{ title: "Ana edited the bug", body: "a from 1 to 2\nb from 3 to 4" }]);
  });
});
