import { expect, it } from "vitest";
import { currentItem } from "./nav-item.ts";

const items = [{ href: "/" }, { href: "/actions" }, { href: "/actions/strategy" }];

it.each([
  ["/", "/"],
  ["/actions", "/actions"],
  ["/actions/ACT-1", "/actions"],
  ["/actions/strategy/SC-1", "/actions/strategy"],
  ["/actionsmore", undefined],
])("%s belongs to %s", (path, href) => {
  expect(currentItem(items, path)?.href).toBe(href);
});
