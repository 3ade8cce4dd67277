import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/payloads");

interface Case {
  payload?: unknown;
  /** Several JSON values, one per line, instead of a payload. */
  lines?: unknown[];
  events: {
    at: string;
    endAt?: string;
    kind: string;
    title: string;
    services?: string[];
    holds?: string[];
    lacks?: string[];
  }[];
}

const textOf = ({ payload, lines }: Case) =>
  lines ? lines.map((line) => JSON.stringify(line)).join("\n") : JSON.stringify(payload);

describe("a payload of a tool without its own importer", () => {
  it.each(readdirSync(FOLDER))("%s is read whole, with its instants, kinds and words", (file) => {
    const one = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Case;
    const { events, rejects } = parseSource(textInput(textOf(one), "any.json"), { zone: "UTC" });
    expect(rejects).toEqual([]);
    expect(events.map(({ at, endAt, kind, title, services }) => ({ at, endAt, kind, title, services }))).toEqual(
      one.events.map(({ at, endAt = null, kind, title, services = [] }) => ({ at, endAt, kind, title, services })),
    );
    for (const [index, { holds = [], lacks = [] }] of one.events.entries()) {
      for (const words of holds) expect(events[index]?.body).toContain(words);
      for (const words of lacks) expect(events[index]?.body).not.toContain(words);
    }
  });
});
