import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { changesOf, diffRecords, diffTexts, hasChanges, withCited, withoutNow } from "./diff.ts";
import { type Block, blocksOf, pairBlocks, stayedPlaces } from "./pair-blocks.ts";
import { restoreBlocks } from "./restore-blocks.ts";
import { doc, labelOf, paragraph, text, words } from "./testing/texts.ts";
import { changeWords, diffWords } from "./version-words.ts";
import { diffTokens, tokensOf, wordRuns } from "./word-runs.ts";

const section = (key: string, title: string): DocumentNode => ({
  type: "heading",
  attrs: { id: `h-${key}`, level: 2, sectionKey: key },
  content: [text(title)],
});
const shown = (before: DocumentJson, after: DocumentJson) =>
  diffTexts(before, after, labelOf).map((diff) => [
    diffWords(diff),
    diff.runs
      .map(({ change, text: words }) => ({ same: words, in: `[+${words}]`, out: `[-${words}]` })[change])
      .join(""),
  ]);

describe("the comparison of two texts", () => {
  const a = paragraph("a", "At 14:05 the pool was exhausted.");
  const b = paragraph("b", "We rolled back.");

  it.each<[string, DocumentJson, DocumentJson, string[][]]>([
    [
      "words changed",
      doc(a),
      doc(paragraph("a", "At 14:02 the pool was exhausted.")),
      [["Paragraph changed", "At 14:[-05][+02] the pool was exhausted."]],
    ],
    [
      "several words in a row were replaced",
      doc(b),
      doc(paragraph("b", "They went home.")),
      [["Paragraph changed", "[-We rolled back][+They went home]."]],
    ],
    [
      "a block was added",
      doc(a),
      doc(a, b),
      [
        ["Paragraph, unchanged", "At 14:05 the pool was exhausted."],
        ["Paragraph added", "[+We rolled back.]"],
      ],
    ],
    [
      "a block was removed, and stands where it was",
      doc(a, b),
      doc(b),
      [
        ["Paragraph removed", "[-At 14:05 the pool was exhausted.]"],
        ["Paragraph, unchanged", "We rolled back."],
      ],
    ],
    [
      "one of two moved",
      doc(a, b),
      doc(b, a),
      [
        ["Paragraph moved, unchanged", "We rolled back."],
        ["Paragraph, unchanged", "At 14:05 the pool was exhausted."],
      ],
    ],
    [
      "a format is a change",
      doc(b),
      doc(paragraph("b", "We ", text("rolled", ["bold"]), " back.")),
      [["Paragraph changed", "We [-rolled][+rolled] back."]],
    ],
    [
      "a comment is none",
      doc(b),
      doc(paragraph("b", "We ", text("rolled", ["comment"]), " back.")),
      [["Paragraph, unchanged", "We rolled back."]],
    ],
    [
      "another type",
      doc(b),
      doc({ ...b, type: "heading", attrs: { id: "b", level: 3 } }),
      [["Heading, was paragraph", "We rolled back."]],
    ],
    [
      "a chip is named",
      doc(b),
      doc(paragraph("b", "We rolled back ", { type: "eventChip", attrs: { eventId: "e9" } }, ".")),
      [["Paragraph changed", "We rolled back[+ E9]."]],
    ],
    [
      "without its id a block is found by its words",
      doc(paragraph("x", "Retries amplified the load on the pool.")),
      doc(paragraph("y", "Retries amplified the load on one pool.")),
      [["Paragraph changed", "Retries amplified the load on [-the][+one] pool."]],
    ],
    [
      "what has little in common is another block",
      doc(a),
      doc(paragraph("z", "Nobody looked.")),
      [
        ["Paragraph added", "[+Nobody looked.]"],
        ["Paragraph removed", "[-At 14:05 the pool was exhausted.]"],
      ],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  it("reads lists and tables line by line", () => {
    const item = (words: string, ...more: DocumentNode[]): DocumentNode => ({
      type: "listItem",
      content: [paragraph("p", words), ...more],
    });
    const list: DocumentNode = {
      type: "bulletList",
      content: [item("One", { type: "orderedList", content: [item("Inner")] }), item("Two")],
    };
    const cell = (words: string): DocumentNode => ({ type: "tableCell", content: [paragraph("c", words)] });
    const table: DocumentNode = { type: "table", content: [{ type: "tableRow", content: [cell("A"), cell("B")] }] };
    const task: DocumentNode = {
      type: "taskList",
      content: [{ type: "taskItem", attrs: { checked: true }, content: [paragraph("t", "Done")] }],
    };
    expect(shown(doc(), doc(list, table, task)).map(([, words]) => words)).toEqual([
      "[+• One\n  1. Inner\n• Two]",
      "[+A | B]",
      "[+☑ Done]",
    ]);
  });

  it("is grouped by section, in figures and in words", () => {
    const before = doc(section("impact", "Impact"), a, section("lessons", "Lessons"), b);
    const after = doc(
      section("impact", "Impact"),
      paragraph("a", "At 14:02 it was exhausted."),
      section("lessons", "Lessons"),
    );
    const blocks = diffTexts(before, after, labelOf);
    const records = diffRecords(
      { timeline: { columns: ["Time", "Event"], rows: [{ key: "1", cells: ["14:05", "Alert"] }] } },
      { timeline: { columns: ["Event", "Time"], rows: [{ key: "1", cells: ["Alert", "14:02"] }] } },
    );
    expect(records).toEqual([
      {
        kind: "timeline",
        rows: [
          {
            key: "1",
            op: "changed",
            cells: [
              { column: "Time", before: "14:05", after: "14:02" },
              { column: "Event", before: "Alert", after: "Alert" },
            ],
          },
        ],
      },
    ]);
    const changes = changesOf(blocks, records, ["", "Uploads fail"]);
    expect(changes).toMatchObject({ wordsIn: 2, wordsOut: 6, records: ["timeline"] });
    expect(changeWords(changes)).toBe("Impact: 1 changed. Lessons: 1 removed. Records changed: Timeline.");
    expect(changeWords(NOTHING)).toBe("No changes.");
  });

  it("names a new title, even when nothing else changed", () => {
    const changes = changesOf([], [], ["Uploads slow", "Uploads fail"]);
    expect(hasChanges(changes)).toBe(true);
    expect(changeWords(changes)).toBe("The title is now “Uploads fail”.");
    expect(changeWords({ ...changes, records: ["timeline"] })).toBe(
      "The title is now “Uploads fail”. Records changed: Timeline.",
    );
    for (const same of ["", "Uploads fail"])
      expect(hasChanges(changesOf([], [], [same, "Uploads fail"])), same).toBe(false);
  });

  it("names a format that no word shows", () => {
    const list = (checked: boolean): DocumentJson =>
      doc({
        type: "blockquote",
        attrs: { id: "q" },
        content: [{ type: "codeBlock", attrs: { id: "c", language: checked ? "sql" : null }, content: [text("x")] }],
      });
    expect(shown(list(false), list(true))).toEqual([["Quote, format changed", "x"]]);
    expect(shown(list(true), list(true))).toEqual([["Quote, unchanged", "x"]]);
  });

  it("sees no change where only the order of a list differs, and sees factors that have another place", () => {
    const factors = (...rows: [key: string, addressedBy: string][]) => ({
      factors: {
        columns: ["Factor", "Addressed by"],
        rows: rows.map(([key, cell]) => ({ key, cells: [key, cell] })),
      },
    });
    const before = factors(["a", "ACT-2, ACT-1"], ["b", ""], ["c", ""]);
    expect(diffRecords(before, factors(["a", "ACT-1, ACT-2"], ["b", ""], ["c", ""]))).toEqual([]);
    const moved = diffRecords(before, factors(["c", ""], ["a", "ACT-1, ACT-2"], ["b", ""]));
    expect(moved.map(({ rows }) => rows.map(({ key, op }) => [key, op]))).toEqual([[["c", "moved"]]]);
    const services = (cell: string) => ({
      header: { columns: ["Fact", "Value"], rows: [{ key: "Services", cells: ["Services", cell] }] },
    });
    expect(diffRecords(services("mail, web"), services("web, mail"))).toEqual([]);
    expect(diffRecords(services("mail, web"), services("web"))).toHaveLength(1);
  });

  it("sees no change where a kind of learning has other words", () => {
    const learnings = (kind: string) => ({
      learnings: { columns: ["Learning", "Kind"], rows: [{ key: "l", cells: ["The pool held", kind] }] },
    });
    expect(diffRecords(learnings("Where we got lucky"), learnings("Where luck helped"))).toEqual([]);
    expect(diffRecords(learnings("Where we got lucky"), learnings("Surprise"))).toHaveLength(1);
    expect(diffRecords(learnings("Something else"), learnings("Another"))).toHaveLength(1);
  });

  it("names a cited event once if the timeline has no line for it", () => {
    const event = { id: "m", number: 4, title: "Alert", at: null, precision: "unknown", kind: "alert_fired" } as const;
    const later = { ...event, title: "Alert at last" };
    const [only] = withCited([], [event], [later]);
    expect(only).toMatchObject({ kind: "timeline", rows: [{ key: "m", op: "changed" }] });
    expect(withCited([], [event], [event])).toEqual([]);
    const known = [{ kind: "timeline", rows: [{ key: "m", op: "changed", cells: [] }] }] as const;
    expect(withCited(known as never, [event], [later])[0]?.rows).toHaveLength(1);
  });

  it("leaves out what readers see as it is now", () => {
    const row = (op: "added" | "changed") => ({ key: op, op, cells: [] });
    const shownToReaders = withoutNow([
      { kind: "actions", rows: [row("added")] },
      { kind: "changes", rows: [row("added"), row("changed")] },
      { kind: "impact", rows: [row("changed")] },
    ]);
    expect(shownToReaders.map(({ kind, rows }) => [kind, ...rows.map(({ op }) => op)])).toEqual([
      ["changes", "added"],
      ["impact", "changed"],
    ]);
  });
});

const NOTHING = { title: null, wordsIn: 0, wordsOut: 0, sections: [], records: [] };
const texts = fc
  .array(fc.record({ id: fc.integer({ min: 0, max: 9 }), words }), { maxLength: 8 })
  .map((all) =>
    doc(
      ...all
        .filter((one, at) => all.findIndex(({ id }) => id === one.id) === at)
        .map((one) => paragraph(String(one.id), one.words.join(" "))),
    ),
  );
const joined = (json: DocumentJson) => (json.content ?? []).map((node) => node.content?.[0]?.text).join("\n");

it("contains both texts whole, whatever changed", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const diffs = diffTexts(before, after, labelOf);
      const reading = (left: "in" | "out") => (diff: (typeof diffs)[number]) =>
        diff.runs
          .filter(({ change }) => change !== left)
          .map((run) => run.text)
          .join("");
      expect(
        diffs
          .filter(({ op }) => op !== "removed")
          .map(reading("out"))
          .join("\n"),
      ).toBe(joined(after));
      expect(
        diffs
          .filter(({ op }) => op !== "added")
          .map(reading("in"))
          .toSorted(),
      ).toEqual((before.content ?? []).map((node) => node.content?.[0]?.text ?? "").toSorted());
    }),
  );
});

it("restores every block to the whole version, and none to the text as it is", () => {
  fc.assert(
    fc.property(texts, texts, (version, now) => {
      const ids = new Set([...(version.content ?? []), ...(now.content ?? [])].map((node) => String(node.attrs?.id)));
      expect(restoreBlocks(now, version, ids)).toEqual(version);
      expect(restoreBlocks(now, version, new Set())).toEqual(now);
      const first = version.content?.[0];
      if (first) {
        const one = restoreBlocks(now, version, new Set([String(first.attrs?.id)]));
        expect(one.content).toContainEqual(first);
        expect(one.content?.filter((node) => node.attrs?.id !== first.attrs?.id)).toEqual(
          (now.content ?? []).filter((node) => node.attrs?.id !== first.attrs?.id),
        );
      }
    }),
  );
});

it("pairs a block without its id with the free one that has the most words in common", () => {
  const renamed = texts.map((json) =>
    doc(...(json.content ?? []).map((node) => ({ ...node, attrs: { id: `${node.attrs?.id}b` } }))),
  );
  fc.assert(
    fc.property(texts, renamed, (before, after) => {
      const [old, now] = [blocksOf(before, labelOf), blocksOf(after, labelOf)];
      const free = new Set(old);
      const expected = new Map<Block, Block>();
      const pair = (choose: (block: Block, other: Block) => number, least: number) => {
        for (const block of now) {
          if (expected.has(block)) continue;
          const best = [...free].reduce<Block | null>(
            (first, other) => (choose(block, other) > (first ? choose(block, first) : least) ? other : first),
            null,
          );
          if (best && free.delete(best)) expected.set(block, best);
        }
      };
      pair((block, other) => (block.likeness === other.likeness ? 1 : 0), 0);
      pair((block, other) => {
        const [its, own] = [new Set(other.tokens), new Set(block.tokens)];
        return (2 * [...its].filter((word) => own.has(word)).length) / (its.size + own.size);
      }, 0.5);
      expect(pairBlocks(old, now)).toEqual(expected);
    }),
  );
});

it("removes and adds as few words as possible, and keeps their order", () => {
  const tokens = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(tokens, tokens, (before, after) => {
      const runs = diffTokens(before, after) ?? [];
      const reading = (left: string) => runs.flatMap((run) => (run.change === left ? [] : run.tokens));
      expect([reading("in"), reading("out")]).toEqual([before, after]);
      const longest = before.reduce(
        (row, token) => {
          const next = [0];
          for (const [at, other] of after.entries())
            next.push(token === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
          return next;
        },
        Array.from({ length: after.length + 1 }, () => 0),
      );
      const same = runs.flatMap((run) => (run.change === "same" ? run.tokens : []));
      expect(same).toHaveLength(longest.at(-1) ?? 0);
    }),
  );
});

it("finds the longest run of places that still rises", () => {
  expect([...stayedPlaces([3, 0, 1, 4, 2])].toSorted()).toEqual([0, 1, 2]);
  expect(stayedPlaces([])).toEqual(new Set());
});

it("puts a text that has nothing in common whole below the other", () => {
  const many = (from: number) =>
    tokensOf(paragraph("a", Array.from({ length: 6000 }, (_, at) => `w${from + at}`).join(" ")), labelOf);
  const runs = wordRuns(many(0), many(10_000));
  expect(runs.map(({ change }) => change)).toEqual(["out", "in"]);
});
