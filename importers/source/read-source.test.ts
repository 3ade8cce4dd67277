import { describe, expect, it } from "vitest";
import { decode, readSource } from "#importers/index.ts";
import { fixture, slackZip, textInput, zipInput } from "#importers/testing/fixtures.ts";

describe("readSource", () => {
  it("parses JSON once and leaves other text alone", () => {
    expect(readSource(textInput("[1]"))).toMatchObject({ text: "[1]", json: [1] });
    expect(readSource(textInput("14:05 down"))).toMatchObject({ text: "14:05 down", json: undefined });
    expect(readSource(textInput("[14:05] down\n[14:07] up"))).toMatchObject({ json: undefined });
  });

  it("reads consecutive JSON objects, on one line each or on many, each with its number", () => {
    const pretty = '{\n  "a": "}{"\n}\n\n{"b": [1,\n 2]},\n{"c": 3}\n';
    expect(readSource(textInput(pretty))).toMatchObject({
      json: [{ a: "}{" }, { b: [1, 2] }, { c: 3 }],
      jsonEntries: [1, 2, 3],
      brokenEntries: [],
    });
  });

  it("drops only the lines of a broken value", () => {
    const text = '{"a": 1}\n{"b": \n  [2\n{"c": 3}\nrotated\n{"d": 4}';
    const { json, brokenEntries } = readSource(textInput(text));
    expect(json).toEqual([{ a: 1 }, { c: 3 }, { d: 4 }]);
    expect(brokenEntries?.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "Line 2 doesn't start a JSON object."],
      [4, "Line 5 doesn't start a JSON object."],
    ]);
  });

  it("opens a zip into its files in the order of their paths", () => {
    const paths = readSource(slackZip()).files?.map(({ path }) => path);
    expect(paths).toEqual([...(paths ?? [])].sort());
    expect(paths).toContain("inc-142-checkout/2026-03-04.json");
  });

  it("reads a zip with one text file as that file", () => {
    const path = "alertmanager/fictional-deliveries.ndjson";
    const text = decode(fixture(path).bytes);
    expect(readSource(zipInput({ "a/log.ndjson": text, "b.png": "x" }))).toMatchObject({
      filename: "a/log.ndjson",
      text,
      jsonEntries: [1, 3],
      skippedFiles: ["b.png"],
    });
  });
});
