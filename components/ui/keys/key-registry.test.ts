import { expect, it } from "vitest";
import { createKeyRegistry, type ScopedBinding } from "./key-registry.ts";

const binding = (keys: string, scope: string | null): ScopedBinding => ({
  keys,
  label: keys,
  group: "Page",
  scope,
  run: () => {},
});

it("disables the page's keys while a dialog is open, and enables them again", () => {
  const registry = createKeyRegistry();
  const page = binding("c", null);
  const dialog = binding("Esc", "dialog");
  registry.add([page]);
  registry.add([dialog]);
  expect(registry.active()).toEqual([page]);
  const leave = registry.enterScope("dialog");
  expect(registry.active()).toEqual([dialog]);
  leave();
  expect(registry.active()).toEqual([page]);
});

it("keeps global keys active over a dialog", () => {
  const registry = createKeyRegistry();
  const undo = { ...binding("mod+z", null), everywhere: true };
  registry.add([undo, binding("c", null)]);
  registry.enterScope("dialog");
  expect(registry.active()).toEqual([undo]);
});

it("removes bindings and notifies its listeners", () => {
  const registry = createKeyRegistry();
  let told = 0;
  registry.subscribe(() => {
    told += 1;
  });
  const remove = registry.add([binding("a", null)]);
  remove();
  expect(registry.all()).toEqual([]);
  expect(told).toBe(2);
});

it.each([
  ["before", [true, false]],
  ["after", [false, true]],
])("prefers a key of a page to an equal one of the whole app that was registered %s it", (_, order) => {
  const registry = createKeyRegistry();
  for (const yields of order) registry.add([{ ...binding("a", null), yields }]);
  expect(registry.active().map(({ yields }) => yields)).toEqual([true, false]);
});
