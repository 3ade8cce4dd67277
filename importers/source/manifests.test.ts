import { expect, it } from "vitest";
import { readManifests } from "./manifests.ts";

it("reads one manifest as a value and several as a list", () => {
  expect(readManifests("# from the cluster\n---\napiVersion: v1\nkind: List\nitems: []\n")).toEqual({
    apiVersion: "v1",
    kind: "List",
    items: [],
  });
  expect(readManifests("apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n")).toMatchObject([
    { kind: "A" },
    { kind: "B" },
  ]);
});

it.each(["# Notes\n\n14:05 paged", "apiversion: v1", "kind: Event\napiVersion: v1", ""])("leaves %j alone", (text) => {
  expect(readManifests(text)).toBeUndefined();
});

it("is not held up by what only looks like the head of one", () => {
  expect(readManifests(`# Report\n${"\n ".repeat(50_000)}x`)).toBeUndefined();
  expect(readManifests(`${"#".repeat(200_000)}\n${"---\n".repeat(50_000)}x`)).toBeUndefined();
});

it("does not unfold an alias bomb", () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) =>
      `k${at}: &k${at} [${Array(9)
        .fill(at === 0 ? "x" : `*k${at - 1}`)
        .join(",")}]`,
  );
  expect(readManifests(`apiVersion: v1\n${levels.join("\n")}\n`)).toBeUndefined();
});

it("does not read what nests deeper than any manifest", () => {
  const head = "apiVersion: v1\nkind: List\n";
  const steps = Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
  for (const deep of ["[".repeat(100_000), "a: {".repeat(50_000), `items:\n${steps}`])
    expect(readManifests(head + deep)).toBeUndefined();
  expect(readManifests(`${head}note: "${"[]{}".repeat(500)}"\n`)).toMatchObject({ kind: "List" });
});
