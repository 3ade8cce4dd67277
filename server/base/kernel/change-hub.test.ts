import { expect, it, vi } from "vitest";
import { ChangeHub } from "./change-hub.ts";

const ann = { userId: "ann", sessionId: "s1", network: "n1" };
const change = { noun: "service", id: "s1", incidentId: null } as const;

it("notifies all listeners until they leave", () => {
  const hub = new ChangeHub();
  const [stays, goes] = [vi.fn(), vi.fn()];
  hub.subscribe(stays, ann, vi.fn());
  hub.subscribe(goes, ann, vi.fn())();
  hub.tell(change);
  expect(stays.mock.calls).toEqual([[change]]);
  expect(goes).not.toHaveBeenCalled();
});

it("closes listeners when it closes, and those that come later", () => {
  const hub = new ChangeHub();
  const [hears, before, left, after] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  hub.subscribe(hears, ann, before);
  hub.subscribe(vi.fn(), ann, left)();
  hub.close();
  hub.subscribe(hears, ann, after);
  hub.tell(change);
  expect(before).toHaveBeenCalledOnce();
  expect(after).toHaveBeenCalledOnce();
  expect(left).not.toHaveBeenCalled();
  expect(hears).not.toHaveBeenCalled();
});

it.each<[string, { userId?: string; sessionId?: string }, string[]]>([
  ["a person, wherever they signed in", { userId: "ann" }, ["ann at work", "ann at home"]],
  ["one sign-in", { sessionId: "s1" }, ["ann at work"]],
  ["one sign-in of a person", { userId: "ann", sessionId: "s2" }, ["ann at home"]],
  ["a sign-in of somebody else", { userId: "bea", sessionId: "s1" }, []],
  ["everybody", {}, ["ann at work", "ann at home", "bea with a token"]],
])("lets go of %s", (_name, filter, expected) => {
  const hub = new ChangeHub();
  const ended: string[] = [];
  const screens = {
    "ann at work": ann,
    "ann at home": { ...ann, sessionId: "s2" },
    "bea with a token": { userId: "bea", sessionId: null, network: "n1" },
  };
  for (const [name, who] of Object.entries(screens)) hub.subscribe(vi.fn(), who, () => ended.push(name));
  hub.end(filter);
  expect(ended).toEqual(expected);
  hub.end(filter);
  expect(ended).toEqual(expected);
});

it("limits the screens of a person or a network until one closes", () => {
  const hub = new ChangeHub({ perUser: 2, perNetwork: 3 });
  const leave = hub.subscribe(vi.fn(), ann, vi.fn());
  expect(hub.isFull(ann)).toBe(false);
  hub.subscribe(vi.fn(), { ...ann, network: "n2" }, vi.fn());
  expect(hub.isFull(ann)).toBe(true);
  const bea = { userId: "bea", network: "n1" };
  hub.subscribe(vi.fn(), { ...bea, sessionId: null }, vi.fn());
  expect(hub.isFull(bea)).toBe(false);
  hub.subscribe(vi.fn(), { userId: "cas", sessionId: null, network: "n1" }, vi.fn());
  expect(hub.isFull(bea)).toBe(true);
  leave();
  expect([hub.isFull(ann), hub.isFull(bea)]).toEqual([false, false]);
});
