import { describe, expect, it } from "vitest";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { ACTION_LIST_ORDERS, type ActionListInput, belongsInActionList } from "./action-list.ts";

/** The fields of a row that a list filters and orders by. */
const row = (more: object = {}) =>
  ({
    key: "ACT-7",
    archived: false,
    status: "accepted",
    priority: "P1",
    type: "prevent",
    dueDate: "2026-10-15",
    waivedUntil: null,
    owner: { id: "ana", name: "Ana" },
    team: { id: "mail", name: "Mail" },
    incident: { key: "INC-1" },
    review: { key: "REV-2" },
    ...more,
  }) as unknown as ActionItemRow;

describe("a list of actions contains a row", () => {
  it.each<[ActionListInput, object, boolean]>([
    [{}, {}, true],
    [{}, { archived: true }, false],
    [{ archived: true }, { archived: true }, true],
    [{ archived: true }, {}, false],
    [{ open: true }, {}, true],
    [{ open: true }, { status: "verified" }, false],
    [{}, { status: "verified" }, true],
    [{ open: true }, { status: "waived", waivedUntil: "2026-10-14" }, false],
    [{ open: true, today: "2026-10-13" }, { status: "waived", waivedUntil: "2026-10-14" }, false],
    [{ open: true, today: "2026-10-14" }, { status: "waived", waivedUntil: "2026-10-14" }, true],
    [{ open: true, today: "2026-10-15" }, { status: "waived", waivedUntil: "2026-10-14" }, true],
    [{ dueBefore: "2026-10-16" }, { status: "waived", waivedUntil: "2026-10-16" }, false],
    [{ dueAfter: "2026-10-15" }, { status: "waived", waivedUntil: "2026-10-16" }, true],
    [{ mine: true }, {}, true],
    [{ mine: true }, { owner: { id: "ben" } }, false],
    [{ mine: true }, { owner: null }, false],
    [{ unowned: true }, {}, false],
    [{ unowned: true }, { owner: null }, true],
    [{ status: ["accepted", "in_progress"] }, {}, true],
    [{ status: ["verified"] }, {}, false],
    [{ priority: ["P0"] }, {}, false],
    [{ priority: ["P1"] }, {}, true],
    [{ type: ["detect"] }, {}, false],
    [{ ownerId: ["ana"] }, {}, true],
    [{ ownerId: ["ben"] }, {}, false],
    [{ ownerId: ["ana"] }, { owner: null }, false],
    [{ teamId: ["mail"] }, {}, true],
    [{ teamId: ["mail"] }, { team: null }, false],
    [{ incidentKey: "INC-1" }, {}, true],
    [{ incidentKey: "INC-2" }, {}, false],
    [{ incidentKey: "INC-1" }, { incident: null }, false],
    [{ reviewKey: "REV-2" }, {}, true],
    [{ reviewKey: "REV-3" }, { review: null }, false],
    [{ dueBefore: "2026-10-16" }, {}, true],
    [{ dueBefore: "2026-10-15" }, {}, false],
    [{ dueBefore: "2026-10-16" }, { dueDate: null }, false],
    [{ dueAfter: "2026-10-14" }, {}, true],
    [{ dueAfter: "2026-10-15" }, {}, false],
    [{ dueAfter: "2026-10-14" }, { dueDate: null }, false],
  ])("by %j: %j is %s", (input, more, isIn) => expect(belongsInActionList(row(more), input, "ana")).toBe(isIn));
});

it("orders rows as the server does", () => {
  const rows = [
    row({ key: "ACT-10", dueDate: null, priority: "P0" }),
    row({ key: "ACT-9", dueDate: "2026-10-15", priority: "P2" }),
    row({ key: "ACT-2", dueDate: "2026-10-15", priority: "P2" }),
    row({ key: "ACT-3", dueDate: "2026-10-01", priority: "P3" }),
  ];
  const keys = (by: keyof typeof ACTION_LIST_ORDERS) =>
    rows.toSorted(ACTION_LIST_ORDERS[by]).map(({ key }) => key.slice(4));
  expect(keys("due")).toEqual(["3", "2", "9", "10"]);
  expect(keys("priority")).toEqual(["10", "2", "9", "3"]);
  expect(keys("newest")).toEqual(["10", "9", "3", "2"]);
});
