import { Fragment } from "@tiptap/pm/model";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { hasTooManyCells, isMarkdown, MOST_BYTES, storedBytes, tableOf } from "./pasted-text.ts";

const paragraphOf = (text: string) => ({
  type: "paragraph",
  attrs: { id: crypto.randomUUID() },
  content: [{ type: "text", text }],
});

it.each([
  ["short lines", Array.from({ length: 500 }, () => paragraphOf("x"))],
  ["letters of three bytes", [paragraphOf("障害".repeat(2000))]],
  [
    "items",
    [
      {
        type: "bulletList",
        content: Array.from({ length: 300 }, () => ({ type: "listItem", content: [paragraphOf("x")] })),
      },
    ],
  ],
  [
    "cells",
    [
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: Array.from({ length: 300 }, () => ({ type: "tableCell", content: [paragraphOf("x")] })),
          },
        ],
      },
    ],
  ],
  [
    "links",
    [
      {
        type: "paragraph",
        content: Array.from({ length: 300 }, (_, at) => ({
          type: "text",
          text: "x",
          marks: [{ type: "link", attrs: { href: `https://example.com/${at}` } }],
        })),
      },
    ],
  ],
])("expects no fewer bytes than the server stores for %s", (_name, content) => {
  const { content: fragment } = editorSchema().nodeFromJSON({ type: "doc", content });
  const stored = encodeStateAsUpdate(
    prosemirrorJSONToYDoc(editorSchema(), { type: "doc", content }, TEXT_FRAGMENT),
  ).length;
  expect(storedBytes(fragment)).toBeGreaterThanOrEqual(stored);
  expect(storedBytes(fragment)).toBeLessThan(3 * stored);
});

describe("pasted text is Markdown", () => {
  it.each([
    "# Outage\n\nThe replica fell behind.",
    "## Cause\n\nA lock.\n\n## Fix\n\nAn index.",
    "- first\n- second",
    "1. stop\n2. start",
    "- [ ] rotate the key",
    "```sh\nls\n```",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "see [the runbook](https://example.com/a)",
    "It was **not** paged.",
  ])("recognises Markdown in %j", (text) => expect(isMarkdown(text)).toBe(true));

  it.each([
    "",
    "The replica fell behind.",
    "# restart the database",
    "# stop\n# start",
    "# stop\nsystemctl stop db\n# start\nsystemctl start db",
    "- Really?",
    "23:30 - replica lag\n23:40 - paged",
    "a * b * c",
    "5 * 3\n7 * 2",
    "-----\n",
    "[1] https://example.com",
  ])("%j isn't", (text) => expect(isMarkdown(text)).toBe(false));
});

describe("a copied spreadsheet", () => {
  const cell = fc.stringMatching(/^[a-z0-9 ]{1,5}$/);
  it("is read cell by cell, whatever ends its lines", () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2 }))
      .filter((rows) => rows.some((row) => row[0]?.trim() !== ""));
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, end, isEnded) => {
        const text = rows.map((row) => row.join("\t")).join(end) + (isEnded ? end : "");
        expect(tableOf(text)).toEqual(rows);
      }),
    );
  });

  it.each(["one line\twith a tab", "no tabs\nat all", "a\tb\nc", "\tindented\n\tcode", ""])("isn't %j", (text) =>
    expect(tableOf(text)).toBeNull(),
  );
});

describe("a pasted table that can't be stored", () => {
  it.each([
    ["<td>", true],
    ["<TH scope=row>", true],
    ["<td\n style='x'>", true],
    ["<thead>", false],
    ["<tdx>", false],
    ["&lt;td>", false],
    ["</td>", false],
  ])("is told by its cells, each written %j", (tag, isCell) => {
    expect(hasTooManyCells(tag.repeat(3333))).toBe(false);
    expect(hasTooManyCells(tag.repeat(3334))).toBe(isCell);
  });

  it("would be rejected after it has been read too", () => {
    const { tableCell, paragraph } = editorSchema().nodes;
    const cell = tableCell?.create(null, paragraph?.create());
    const cells = Fragment.fromArray(Array.from({ length: 3334 }, () => cell).flatMap((one) => one ?? []));
    expect(storedBytes(cells)).toBeGreaterThan(MOST_BYTES);
  });
});
