import { expect, it } from "vitest";
import { readYaml } from "./yaml-values.ts";

it("reads one manifest as a value and several as a list", () => {
  expect(readYaml("# from the cluster\n---\napiVersion: v1\nkind: List\nitems: []\n")).toEqual({
    apiVersion: "v1",
    kind: "List",
    items: [],
  });
  expect(readYaml("apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n")).toMatchObject([
    { kind: "A" },
    { kind: "B" },
  ]);
});

it.each(["# Notes\n\n14:05 paged", "apiversion: v1", "kind: Event\napiVersion: v1", ""])("leaves %j alone", (text) => {
  expect(readYaml(text)).toBeUndefined();
});

it("isn't slowed down by what only looks like the head of one", () => {
  expect(readYaml(`# Report\n${"\n ".repeat(50_000)}x`)).toBeUndefined();
  expect(readYaml(`${"#".repeat(200_000)}\n${"---\n".repeat(50_000)}x`)).toBeUndefined();
});

it("doesn't expand an alias bomb", () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) =>
      `k${at}: &k${at} [${Array(9)
        .fill(at === 0 ? "x" : `*k${at - 1}`)
        .join(",")}]`,
  );
  expect(readYaml(`apiVersion: v1\n${levels.join("\n")}\n`)).toBeUndefined();
});

it("does not read anything nested more deeply than a manifest", () => {
  const head = "apiVersion: v1\nkind: List\n";
  const steps = Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
  for (const deep of ["[".repeat(100_000), "a: {".repeat(50_000), `items:\n${steps}`])
    expect(readYaml(head + deep)).toBeUndefined();
  expect(readYaml(`${head}note: "${"[]{}".repeat(500)}"\n`)).toMatchObject({ kind: "List" });
});
