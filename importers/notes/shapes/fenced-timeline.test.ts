import { expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";

const chat = (lines: readonly string[]) => times(`# Pump outage\n\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n`);

it.each([
  ["[14:23] @casey: the pump is down", "[14:25] @morgan: looking", "[14:31] @casey: back again"],
  ["[14:23] casey: the pump is down", "[14:25] morgan: looking", "[14:31] casey: back again"],
  ["14:23 @casey: the pump is down", "14:25 @morgan: looking", "14:31 @casey: back again"],
  ["14:23 <casey> the pump is down", "14:25 <morgan> looking", "14:31 <casey> back again"],
  ["[14:23:01] @casey: the pump is down", "[14:25:02] @morgan: looking", "[14:31:03] @casey: back again"],
])("a chat in code is read: %s", (...lines) => expect(chat(lines)).toEqual(["? 14:23", "? 14:25", "? 14:31"]));

it.each([
  ["14:23 pump: 4 bar", "14:25 pump: 3 bar", "14:31 pump: 0 bar"],
  ["[14:23] 12 req/s", "[14:25] 11 req/s", "[14:31] 0 req/s"],
  ["mail @casey: 14:23", "mail @morgan: 14:25", "mail @casey: 14:31"],
])("other code isn't: %s", (...lines) => expect(chat(lines)).toEqual([]));
