import { Command } from "commander";
import { expect, it } from "vitest";
import { addLadderCommand } from "./ladder.ts";

const readAt = (at: string) => {
  const program = new Command();
  addLadderCommand(program);
  program.commands[0]?.action(() => undefined);
  program.parse(["node", "afterword", "ladder", "--at", at]);
  return program.commands[0]?.opts<{ at: Date }>().at.toISOString();
};

it.each([
  ["2026-12-08T09:00:00Z", "2026-12-08T09:00:00.000Z"],
  ["2026-12-08T09:00:00+01:00", "2026-12-08T08:00:00.000Z"],
  ["2028-02-29T00:30:00+01:00", "2028-02-28T23:30:00.000Z"],
])("reads the instant %s", (written, at) => expect(readAt(written)).toBe(at));

it.each([
  "2026-02-30T09:00:00Z",
  "2027-02-29T09:00:00Z",
  "2026-04-31T09:00:00Z",
  "2026-13-01T09:00:00Z",
  "2026-12-08",
  "tomorrow",
  "",
])("rejects %s, which no calendar has", (written) => expect(() => readAt(written)).toThrow("isn't an instant"));
