import { expect, it } from "vitest";
import { bulletItems, hasBullet } from "./bullet-items.ts";

it.each([
  [
    "What went well?\n• found fast\n  ◦ within a minute\n●\tfixed",
    "What went well?\n- found fast\n  - within a minute\n- fixed",
  ],
  ["> • quoted", "> - quoted"],
  ["a • b\n•no\n•", "a • b\n•no\n•"],
  ["```\n• code\n```\n• item", "```\n• code\n```\n- item"],
  ["~~~~\n```\n• code\n~~~~\n· item", "~~~~\n```\n• code\n~~~~\n- item"],
])("turns bullets of %j into items", (text, items) => expect(bulletItems(text)).toBe(items));

it.each([
  ["• one", true],
  ["  · two", true],
  ["- three", false],
  ["one • two", false],
])("knows whether %j is an item", (line, is) => expect(hasBullet(line)).toBe(is));
