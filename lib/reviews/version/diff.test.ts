import { describe, expect, it } from "vitest";
import type { BlockDiff, FrozenBlocks, RecordDiff } from "./changes.ts";
import { changesOf, diffRecords, diffTexts, hasChanges, withCited } from "./diff.ts";
import type { FrozenEvent } from "./frozen-facts.ts";
import { blocksOf, pairBlocks, stayedPlaces } from "./pair-blocks.ts";
import { restoreBlocks } from "./restore-blocks.ts";
import { doc, labelOf, paragraph, text } from "./testing/texts.ts";

describe("the records of two versions", () => {
  const impact = (columns: string[], ...rows: string[][]): FrozenBlocks => ({
    impact: { columns, rows: rows.map((cells) => ({ key: cells[0] ?? "", cells })) },
  });
  const told = (before: FrozenBlocks, after: FrozenBlocks) =>
    diffRecords(before, after).flatMap(({ rows }) =>
      rows.map(({ key, op, cells }) => `${op} ${key}: ${cells.map((one) => `${one.before}>${one.after}`).join(" ")}`),
    );
  const BEFORE = impact(["Service", "Loss"], ["mail", "10%"], ["web", "5%"]);

  it.each<[string, FrozenBlocks, string[]]>([
    ["a row came", impact(["Service", "Loss"], ["mail", "10%"], ["api", "1%"], ["web", "5%"]), ["added api: >api >1%"]],
    ["a row went", impact(["Service", "Loss"], ["web", "5%"]), ["removed mail: mail> 10%>"]],
    [
      "a cell changed",
      impact(["Service", "Loss"], ["mail", "20%"], ["web", "5%"]),
      ["changed mail: mail>mail 10%>20%"],
    ],
    ["two rows changed places", impact(["Service", "Loss"], ["web", "5%"], ["mail", "10%"]), []],
    ["a column is new", impact(["Service", "Loss", "By"], ["mail", "10%", ""], ["web", "5%", ""]), []],
    ["the block is gone", {}, ["removed mail: mail> 10%>", "removed web: web> 5%>"]],
    [
      "a column came and another went",
      impact(["Service", "Kind"], ["mail", "Where we got lucky"]),
      ["changed mail: mail>mail 10%> >Where we got lucky", "removed web: web> 5%> >"],
    ],
  ])("are compared where %s", (_, after, expected) => expect(told(BEFORE, after)).toEqual(expected));

  it("don't take the words of a learning's kind for equal elsewhere", () => {
    const kind = (column: string, words: string) => ({
      learnings: { columns: [column], rows: [{ key: "l", cells: [words] }] },
    });
    expect(told(kind("Kind", "Where we got lucky"), kind("Kind", "Where luck helped"))).toEqual([]);
    expect(told(kind("Learning", "Where we got lucky"), kind("Learning", "Where luck helped"))).toHaveLength(1);
    const other = (words: string) => impact(["Kind"], [words]).impact?.rows.map((row) => ({ ...row, key: "l" })) ?? [];
    const blocks = (words: string) => ({ impact: { columns: ["Kind"], rows: other(words) } });
    expect(told(blocks("Where we got lucky"), blocks("Where luck helped"))).toHaveLength(1);
  });

  it("have moved only among those that both have", () => {
    const factors = (...keys: string[]) => ({
      factors: { columns: ["Factor"], rows: keys.map((key) => ({ key, cells: [key] })) },
    });
    expect(told(factors("a", "b", "c"), factors("new", "a", "b", "c"))).toEqual(["added new: >new"]);
    expect(told(factors("a", "b", "c"), factors("b", "c"))).toEqual(["removed a: a>"]);
    expect(told(factors("a", "b", "c"), factors("b", "new", "c", "a"))).toEqual(["moved a: a>a", "added new: >new"]);
  });
});

describe("cited events", () => {
  const event = (id: string, more: Partial<FrozenEvent> = {}): FrozenEvent => ({
    ...{ id, number: 4, title: "Alert", at: null, precision: "unknown", kind: "alert_fired" },
    ...more,
  });
  const line = (key: string): RecordDiff["rows"][number] => ({ key, op: "changed", cells: [] });
  const [IMPACT, TIMELINE]: RecordDiff[] = [
    { kind: "impact", rows: [line("i")] },
    { kind: "timeline", rows: [line("t")] },
  ];

  it("are compared column by column", () => {
    const later = event("m", {
      number: 5,
      title: "Page",
      at: "2026-01-10T14:00:00.000Z",
      precision: "minute",
      kind: "paged",
    });
    expect(withCited([], [event("m")], [later])).toEqual([
      {
        kind: "timeline",
        rows: [
          {
            ...{ key: "m", op: "changed" },
            cells: [
              { column: "No.", before: "E4", after: "E5" },
              { column: "Time", before: "", after: "2026-01-10T14:00:00.000Z minute" },
              { column: "Event", before: "Alert", after: "Page" },
              { column: "Kind", before: "alert_fired", after: "paged" },
            ],
          },
        ],
      },
    ]);
  });

  it("join the lines of the timeline, next to other records", () => {
    const [before, after] = [
      [event("m"), event("gone")],
      [event("m", { title: "Page" }), event("new")],
    ];
    const keys = (records: readonly RecordDiff[]) =>
      withCited(records, before, after).map(({ kind, rows }) => [kind, ...rows.map(({ key }) => key)]);
    expect(keys([])).toEqual([["timeline", "m"]]);
    expect(keys([TIMELINE, IMPACT] as RecordDiff[])).toEqual([
      ["impact", "i"],
      ["timeline", "t", "m"],
    ]);
    expect(withCited([TIMELINE, IMPACT] as RecordDiff[], before, before)).toEqual([TIMELINE, IMPACT]);
    expect(withCited([IMPACT] as RecordDiff[], before, before)).toEqual([IMPACT]);
  });

  it("are listed once, even where the timeline lists them itself", () => {
    const itself: RecordDiff[] = [{ kind: "impact", rows: [line("m")] }];
    expect(withCited(itself, [event("m")], [event("m", { title: "Page" })])).toHaveLength(2);
    const known: RecordDiff[] = [{ kind: "timeline", rows: [line("m")] }];
    expect(withCited(known, [event("m")], [event("m", { title: "Page" })])).toEqual(known);
  });
});

describe("figures of a comparison", () => {
  const block = (op: BlockDiff["op"], section: string, change: "same" | "in" | "out", words: string): BlockDiff => ({
    ...{ op, section, block: null, type: "paragraph", picture: null, moved: false, was: null },
    runs: [{ text: words, change }],
  });

  it("count changes by section, and words of blocks that changed", () => {
    const blocks = [
      block("same", "Unchanged", "in", "not counted"),
      block("moved", "Impact", "in", "not counted either"),
      block("added", "Impact", "in", "one two"),
      block("removed", "Impact", "out", "three"),
      block("added", "", "in", "four"),
    ];
    expect(changesOf(blocks, [{ kind: "impact", rows: [] }], ["Old", "New"])).toEqual({
      title: { before: "Old", after: "New" },
      ...{ wordsIn: 3, wordsOut: 1, records: ["impact"] },
      sections: [
        { section: "Impact", added: 1, removed: 1, changed: 0, moved: 1 },
        { section: "", added: 1, removed: 0, changed: 0, moved: 0 },
      ],
    });
  });

  it.each([
    ["Old", "", false],
    ["", "New", false],
    ["Same", "Same", false],
    ["Old", "New", true],
  ])("know a new title: “%s” to “%s”", (before, after, isNew) => {
    expect(hasChanges(changesOf([], [], [before, after]))).toBe(isNew);
  });

  it("are changes where only a block or only a record differs", () => {
    expect(hasChanges(changesOf([block("moved", "", "same", "")], [], ["", ""]))).toBe(true);
    expect(hasChanges(changesOf([block("same", "", "same", "")], [], ["", ""]))).toBe(false);
    expect(hasChanges(changesOf([], [{ kind: "roles", rows: [] }], ["", ""]))).toBe(true);
  });
});

describe("the blocks of two texts", () => {
  const heading = (sectionKey: string | null, title: string) => ({
    ...{ type: "heading", content: [text(title)] },
    attrs: { id: title, level: 2, sectionKey },
  });
  const empty = paragraph("e");
  const guidance = { type: "guidance", attrs: { sectionKey: "impact" } };
  const picture = (pictureId: string) => ({ type: "picture", attrs: { id: "p", pictureId, alt: "A graph" } });
  const ops = (...texts: [Parameters<typeof doc>, Parameters<typeof doc>]) =>
    diffTexts(doc(...texts[0]), doc(...texts[1]), labelOf).map(({ op, moved, was }) => [
      op,
      ...(moved ? ["moved"] : []),
      ...(was ? [was] : []),
    ]);

  it("leave out empty lines and questions, and take their section from headings of the template", () => {
    const json = doc(
      paragraph("a", "first"),
      heading("impact", "Impact"),
      guidance,
      empty,
      heading(null, "Mine"),
      paragraph("b", "last"),
    );
    expect(blocksOf(json, labelOf).map(({ id, section }) => [id, section])).toEqual([
      ["a", ""],
      ["Impact", "Impact"],
      ["Mine", "Impact"],
      ["b", "Impact"],
    ]);
    const keyed = { ...paragraph("k", "text"), attrs: { id: "k", sectionKey: "impact" } };
    expect(blocksOf(doc(keyed, paragraph("b", "last")), labelOf).map(({ section }) => section)).toEqual(["", ""]);
    const other = { type: "codeBlock", attrs: { id: "c" } };
    expect(blocksOf(doc(empty, other), labelOf).map(({ id }) => id)).toEqual(["c"]);
  });

  it("are named with their picture", () => {
    const [same] = diffTexts(doc(picture("one")), doc(picture("one")), labelOf);
    expect(same).toMatchObject({ op: "same", picture: "one", type: "picture", block: "p" });
    const [other] = diffTexts(doc(picture("one")), doc(picture("two")), labelOf);
    expect(other).toMatchObject({ op: "changed", picture: "two", was: null });
    const [none] = diffTexts(doc(), doc({ ...paragraph("a", "x"), attrs: { id: "a", pictureId: "x" } }), labelOf);
    expect(none?.picture).toBeNull();
  });

  it("look the same with attributes in any order, without those that are null", () => {
    const code = (attrs: Record<string, unknown>) => ({ type: "codeBlock", attrs, content: [text("x")] });
    const same = [
      code({ id: "a", language: "sql", wrap: "yes" }),
      code({ wrap: "yes", language: "sql", id: "a" }),
    ] as const;
    expect(ops([same[0]], [same[1]])).toEqual([["same"]]);
    expect(ops([code({ id: "a" })], [code({ id: "a", language: null })])).toEqual([["same"]]);
    expect(ops([code({ id: "a" })], [code({ id: "a", language: "sql" })])).toEqual([["changed"]]);
    expect(ops([code({ id: "a", hash: "1" })], [code({ id: "a", hash: "2", key: "k", sectionKey: "s" })])).toEqual([
      ["same"],
    ]);
  });

  it("are found by their id, then by equal content, and each only once", () => {
    const bare = (words: string) => ({ type: "paragraph", content: [text(words)] });
    const pairsOf = (before: Parameters<typeof doc>, after: Parameters<typeof doc>) => {
      const [old, now] = [blocksOf(doc(...before), labelOf), blocksOf(doc(...after), labelOf)];
      const pairs = pairBlocks(old, now);
      return now.map((block) => old.indexOf(pairs.get(block) ?? block));
    };
    expect(pairsOf([bare("one"), bare("one")], [bare("one"), bare("one"), bare("one")])).toEqual([0, 1, -1]);
    expect(pairsOf([paragraph("a", "one"), bare("two")], [bare("one"), bare("two")])).toEqual([0, 1]);
    expect(
      pairsOf([paragraph("a", "one"), paragraph("b", "two")], [paragraph("b", "one"), paragraph("a", "two")]),
    ).toEqual([1, 0]);
    const kinds = [bare("one two three"), { ...bare("one two three"), type: "heading" }] as const;
    expect(pairsOf([kinds[0]], [kinds[1]])).toEqual([-1]);
  });

  it("tell of one that was removed where it was, also next to one that moved", () => {
    const [a, b, c] = [paragraph("a", "aa"), paragraph("b", "bb"), paragraph("c", "cc")];
    expect(ops([a, b, c], [a, c])).toEqual([["same"], ["removed"], ["same"]]);
    expect(ops([b, a], [a])).toEqual([["removed"], ["same"]]);
    expect(ops([a, b, c], [c, a])).toEqual([["moved", "moved"], ["same"], ["removed"]]);
    expect(ops([a, b], [paragraph("b", "bb more"), a])).toEqual([["changed", "moved"], ["same"]]);
    const heading3 = { ...paragraph("a", "aa"), type: "heading" };
    expect(ops([a], [heading3])).toEqual([["changed", "paragraph"]]);
  });

  it("stay where most of them still follow each other", () => {
    expect([...stayedPlaces([2, 0, 1])].toSorted()).toEqual([0, 1]);
    expect([...stayedPlaces([1, 2, 0])].toSorted()).toEqual([1, 2]);
    expect([...stayedPlaces([5])]).toEqual([5]);
    expect([...stayedPlaces([4, 3])]).toHaveLength(1);
    expect([...stayedPlaces([3, 3])]).toEqual([3]);
  });

  it("are restored below the nearest one above that the text still has", () => {
    const [a, b, c] = [paragraph("a", "aa"), paragraph("b", "bb"), paragraph("c", "cc")];
    const bare = { type: "paragraph", content: [text("no id")] };
    const ids = (json: ReturnType<typeof doc>) => json.content?.map(({ attrs }) => attrs?.id ?? null);
    const restored = (now: Parameters<typeof doc>, version: Parameters<typeof doc>, ...which: string[]) =>
      ids(restoreBlocks(doc(...now), doc(...version), new Set(which)));
    expect(restored([a, c], [a, b, c], "b")).toEqual(["a", "b", "c"]);
    expect(restored([c, a], [a, b, c], "b")).toEqual(["c", "a", "b"]);
    expect(restored([c], [a, b, c], "b")).toEqual(["b", "c"]);
    expect(restored([bare, a], [bare, a, b], "b")).toEqual([null, "a", "b"]);
    expect(restored([bare, c], [bare, b], "b")).toEqual(["b", null, "c"]);
    expect(restored([a, b, c], [a, b, c], "a")).toEqual(["a", "b", "c"]);
  });
});
