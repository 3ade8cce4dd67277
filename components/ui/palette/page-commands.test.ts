import { describe, expect, it } from "vitest";
import type { KeyBinding } from "../keys/key-registry.ts";
import { isPageCommand, pageCommands } from "./page-commands.ts";

const ran: string[] = [];
const key = (keys: string, label: string, group: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
  ...{ keys, label, group, run: () => void ran.push(label) },
  ...more,
});
const event = {} as KeyboardEvent;
const said = (bindings: readonly KeyBinding[]) =>
  pageCommands(bindings, event).map(({ heading, items }) => [heading, ...items.map(({ label }) => label)]);

describe("commands of the page", () => {
  it("are its keys by group, in the order in which they were registered", () => {
    expect(
      said([key("e", "Edit", "Timeline"), key("d", "Due", "With 2 selected"), key("p", "Pin", "Timeline")]),
    ).toEqual([
      ["Timeline", "Edit", "Pin"],
      ["With 2 selected", "Due"],
    ]);
  });

  it.each([
    ["sections, which the palette lists itself", key("g i", "Incidents", "Go to")],
    ["what can be made", key("a", "New action", "New")],
    ["moves through rows", key("j", "Next row", "List")],
    ["second keys of the same", key("ArrowDown", "Next", "Timeline", { unlisted: true })],
    ["what does not work here", key("y", "Set", "Timeline", { when: () => false })],
    ["the palette itself", key("mod+k", "Search or jump", "Page")],
  ])("leave out %s", (_, binding) => {
    expect(said([binding])).toEqual([]);
  });

  it("appear once and run what the key runs", () => {
    const [group] = pageCommands([key("e", "Edit", "Timeline"), key("e", "Edit", "Timeline")], event);
    expect(group?.items).toHaveLength(1);
    for (const item of group?.items ?? []) if (isPageCommand(item)) item.run();
    expect(ran).toEqual(["Edit"]);
  });
});
