import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, fitWidth, otherColumns, printColumns, readColumns, USUAL_COLUMNS } from "./columns.ts";
import { OPERATORS_OF, QUERY_FIELD_NAMES, QUERY_FIELDS, QUERY_GROUPS } from "./fields.ts";
import { conditionsOf, dateOfValue, type Filter, isGroup, parseFilter, printFilter, QueryProblem } from "./filter.ts";
import { EMPTY_QUERY, groupOf, isFiltered, isPlaced, listInputOf, printQuery, readQuery, readSort } from "./query.ts";

const ANA = "00000000-0000-4000-8000-00000000000a";

/** Groups within groups of the same kind read back as one. */
const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    field: fc.constant("status" as const),
    operator: fc.constantFrom("=" as const, "!=" as const),
    values: fc.uniqueArray(fc.constantFrom("accepted", "declined", "none"), { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant("title" as const),
    operator: fc.constantFrom("~" as const, "!~" as const),
    values: fc.tuple(fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== "")),
  }),
  fc.record({
    field: fc.constant("due" as const),
    operator: fc.constantFrom("<" as const, ">=" as const),
    values: fc.tuple(fc.constantFrom("today", "today+7d", "2026-10-31", "today-2m")),
  }),
);
const groups = fc.letrec<{ any: Filter; all: Filter }>((tie) => ({
  any: fc.oneof({ maxDepth: 2 }, condition, joined("or", tie("all"))),
  all: fc.oneof({ maxDepth: 2 }, condition, joined("and", tie("any"))),
}));
function joined(join: "and" | "or", part: fc.Arbitrary<Filter>) {
  return fc
    .array(part, { minLength: 2, maxLength: 3 })
    .filter((parts) => parts.every((one) => !isGroup(one) || one.join !== join))
    .map((parts): Filter => ({ join, parts }));
}

describe("a filter", () => {
  it("reads back as it was written, however nested", () => {
    fc.assert(
      fc.property(groups.any, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual(filter);
      }),
    );
  });

  it("binds and before or", () => {
    expect(parseFilter("moves>2 or team=mine and late>0")).toEqual({
      join: "or",
      parts: [
        { field: "moves", operator: ">", values: ["2"] },
        {
          join: "and",
          parts: [
            { field: "team", operator: "=", values: ["mine"] },
            { field: "late", operator: ">", values: ["0"] },
          ],
        },
      ],
    });
    expect(parseFilter("  ")).toBeNull();
  });

  it.each([
    ["colour=red", "colour"],
    ["status=nearly", "status"],
    ["status<accepted", "status"],
    ["owner=ana", "owner"],
    ["due<soon", "due"],
    ["due<2026-02-30", "due"],
    ["due<today,2026-10-31", "due"],
    ["incident=REV-2", "incident"],
    ["moves=many", "moves"],
    ["blocked!=yes", "blocked"],
    ["team=", "team"],
    ["(team=mine", "filter"],
    ["team=mine)", "filter"],
    ["team=mine late>0", "filter"],
    ["and", "and"],
    ["", ""],
    [`${"(".repeat(6)}team=mine${")".repeat(6)}`, "filter"],
    [Array.from({ length: 51 }, () => "team=mine").join(" or "), "filter"],
  ])("names what it can't read: %s", (text, field) => {
    if (text === "") return expect(parseFilter(text)).toBeNull();
    expect(() => parseFilter(text)).toThrow(QueryProblem);
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ field }));
  });

  it("compares each field with every operator of its kind", () => {
    const values = {
      choice: "",
      person: ANA,
      team: "mine",
      date: "today",
      number: "3",
      key: "",
      text: "disk",
      flag: "yes",
    };
    for (const field of QUERY_FIELD_NAMES) {
      const { kind, ...rule } = QUERY_FIELDS[field];
      const choice = "choices" in rule ? (Object.keys(rule.choices)[0] ?? "") : "";
      const value = choice || ("letters" in rule ? `${rule.letters}-2` : values[kind]);
      for (const operator of OPERATORS_OF[kind])
        expect(conditionsOf(parseFilter(`${field}${operator}${value}`))).toEqual([
          { field, operator, values: [value] },
        ]);
    }
  });

  it("counts days, weeks and months from the reader's day", () => {
    expect(
      ["today", "today+7d", "today-2w", "today+1m", "2026-12-31"].map((one) => dateOfValue(one, "2026-10-31")),
    ).toEqual(["2026-10-31", "2026-11-07", "2026-10-17", "2026-11-30", "2026-12-31"]);
    expect(dateOfValue("tomorrow", "2026-10-31")).toBeNull();
  });
});

describe("a query", () => {
  it("reads back as it was written", () => {
    const search = "view=all&q=disk&status=accepted%2Cverified&owner=me&sort=team%2C-created&group=team&as=board";
    expect(printQuery(readQuery(search))).toBe(search);
    expect(printQuery(EMPTY_QUERY)).toBe("");
  });

  it.each([
    ["colour=red", "colour"],
    ["status=nearly", "status"],
    ["filter=colour%3Dred", "colour"],
    ["sort=colour", "sort"],
    ["group=owner", "group"],
    ["columns=colour", "columns"],
    ["owner=ana", "owner"],
    ["q=%00", "q"],
    ["filter=title~%00", "filter"],
  ])("names what it can't read: %s", (search, field) =>
    expect(() => readQuery(search)).toThrow(expect.objectContaining({ field })),
  );

  it("asks for me, my teams and none in the filter, which depends on the reader", () => {
    const input = listInputOf(readQuery(`owner=me,${ANA}&team=mine&filter=moves>2 or late>0`), "2026-10-31");
    expect(input).toMatchObject({
      filter: `owner=me,${ANA} and team=mine and (moves>2 or late>0)`,
      today: "2026-10-31",
    });
    expect(listInputOf(readQuery(`owner=${ANA}`), "2026-10-31")).toMatchObject({ ownerId: [ANA] });
  });

  it("is grouped by lateness, unless another order or group is chosen", () => {
    expect(groupOf(EMPTY_QUERY)).toBe("late");
    expect(groupOf({ ...EMPTY_QUERY, sort: "-created" })).toBeNull();
    expect(groupOf({ ...EMPTY_QUERY, group: "none" })).toBeNull();
    expect(listInputOf({ ...EMPTY_QUERY, group: "team" }, "2026-10-31")).toMatchObject({ group: "team" });
  });

  it("never groups by people", () => {
    const people = QUERY_FIELD_NAMES.filter((field) => QUERY_FIELDS[field].kind === "person");
    expect(people).toEqual(["owner", "implementer", "asked", "verifier"]);
    expect(QUERY_GROUPS.filter((group) => people.some((field) => field === group))).toEqual([]);
  });

  it("groups by every field but people and the texts of one action", () => {
    const alone = ["key", "title", "description", "done", "evidence", "issue"];
    const groups = QUERY_FIELD_NAMES.filter((field) => QUERY_FIELDS[field].kind !== "person" && !alone.includes(field));
    expect([...QUERY_GROUPS].toSorted()).toEqual(groups.toSorted());
    expect(readQuery("group=condition").group).toBe("condition");
  });

  it("sorts by every field", () => {
    for (const field of QUERY_FIELD_NAMES) expect(readSort(`-${field}`)).toEqual([{ field, descending: true }]);
    expect(readSort("count")).toBeNull();
  });
});

describe("columns", () => {
  it("read back as they were written", () => {
    const text = "*key,*title:400,due,team:90";
    expect(printColumns(readColumns(text) ?? [])).toBe(text);
    expect(printColumns(USUAL_COLUMNS)).toBeNull();
    expect(columnsOf(null)).toBe(USUAL_COLUMNS);
  });

  it("have the nearest width that a column can have", () =>
    expect([35, 36.4, 412.6, 9000].map(fitWidth)).toEqual([36, 36, 413, 900]));

  it.each(["colour", "key,key", "title:5", "title:2000", "description", ""])("can't be %s", (text) =>
    expect(readColumns(text)).toBeNull(),
  );
});

describe("the list of a query", () => {
  const DAY = "2026-10-31";
  const asked = (search: string) => listInputOf(readQuery(search), DAY);
  const OPEN = { limit: 50, sort: "due", open: true, today: DAY, mine: false, unowned: false, archived: false };

  it.each([
    ["", OPEN],
    ["view=mine", { ...OPEN, mine: true }],
    ["view=unowned", { ...OPEN, unowned: true }],
    ["view=late", { ...OPEN, dueBefore: DAY }],
    ["view=soon", { ...OPEN, dueAfter: "2026-10-30", dueBefore: "2026-11-15" }],
    ["view=late&band=d8to30", { ...OPEN, dueAfter: "2026-09-30", dueBefore: "2026-10-24" }],
    ["band=over90", { ...OPEN, dueBefore: "2026-08-02" }],
    ["band=onTime", { ...OPEN, dueAfter: "2026-10-30" }],
    ["q=%20disk%20", { ...OPEN, q: "disk" }],
    ["q=%20", OPEN],
    [
      "status=accepted&priority=P1&type=mitigate",
      { ...OPEN, status: ["accepted"], priority: ["P1"], type: ["mitigate"] },
    ],
    [`owner=${ANA}&team=${ANA}`, { ...OPEN, ownerId: [ANA], teamId: [ANA] }],
    ["owner=none", { ...OPEN, filter: "owner=none" }],
    ["team=none&filter=late>0", { ...OPEN, filter: "team=none and late>0" }],
    [
      "incident=INC-3&review=REV-4&archived=true",
      { ...OPEN, incidentKey: "INC-3", reviewKey: "REV-4", archived: true },
    ],
    ["group=late&sort=priority", { ...OPEN, sort: "priority", group: "late" }],
    ["group=none", OPEN],
    ["columns=key,evidence", { ...OPEN, details: true }],
    ["columns=key,due", OPEN],
    ["as=board", { ...OPEN, details: true }],
  ])("asks for the rows of “%s”", (search, input) => expect(asked(search)).toEqual(input));

  it("has a day for settled actions only where a filter or a group needs it", () => {
    const { today: _, ...all } = { ...OPEN, open: false, sort: "newest" };
    expect(asked("view=all")).toEqual(all);
    expect(asked("view=all&filter=due<today")).toEqual({ ...all, today: DAY, filter: "due<today" });
    expect(asked("view=all&group=team")).toEqual({ ...all, today: DAY, group: "team" });
    expect(asked("view=verify&sort=newest")).toEqual({ ...all, status: ["implemented"] });
    expect(asked("view=verify&status=accepted&sort=newest")).toEqual({ ...all, status: ["implemented"] });
  });

  it.each([
    ["", false],
    ["view=late&sort=newest&group=team&columns=key&as=board", false],
    ["q=disk", true],
    ["q=%20", false],
    ["status=accepted", true],
    ["priority=P1", true],
    ["type=mitigate", true],
    ["owner=me", true],
    ["team=mine", true],
    ["incident=INC-1", true],
    ["review=REV-1", true],
    ["band=over90", true],
    ["archived=true", true],
    ["filter=late>0", true],
  ])("is narrowed by %s: %s", (search, isNarrow) => expect(isFiltered(readQuery(search))).toBe(isNarrow));

  it("has places for rows only in the order of an index", () => {
    expect(isPlaced({})).toBe(true);
    expect(isPlaced({ sort: "priority" })).toBe(true);
    expect([{ sort: "team" }, { group: "late" }, { filter: "late>0" }].map(isPlaced)).toEqual([false, false, false]);
  });

  it("says what is wrong with a part, in at most 60 of its letters", () => {
    const long = "x".repeat(70);
    const short = "x".repeat(60);
    expect(() => readQuery(`view=${long}`)).toThrow(
      `“${short}” isn't a value of view. Use another value, or leave it out`,
    );
    expect(() => readQuery(`sort=${long}`)).toThrow(
      `“${short}” isn't a value of sort. Use due, priority, newest or field names such as team,-created`,
    );
    expect(() => readQuery("q=%00")).toThrow("q has a character that can't be searched for");
    expect(() => readQuery("as=board&as=table")).toThrow("as is there twice. Leave one of them out.");
    expect(() => readQuery("colour=red")).toThrow(
      `Unknown field “colour”. Use one of ${Object.keys(EMPTY_QUERY).join(", ")}`,
    );
    for (const search of [
      "archived=maybe",
      "band=d2",
      "as=list",
      `q=${"x".repeat(201)}`,
      "filter=)",
      "status=accepted,nearly",
    ])
      expect(() => readQuery(search)).toThrow(QueryProblem);
  });

  it("has nothing chosen at first", () => {
    expect(readQuery("")).toEqual(EMPTY_QUERY);
    expect(EMPTY_QUERY).toEqual({
      view: "open",
      q: "",
      status: [],
      priority: [],
      type: [],
      owner: [],
      team: [],
      incident: null,
      review: null,
      band: null,
      archived: false,
      sort: null,
      group: null,
      columns: null,
      filter: "",
      as: "table",
    });
    const all = `view=late&q=${"x".repeat(200)}&band=d1to7&archived=true&incident=INC-1&review=REV-1&filter=late%3E0&as=calendar`;
    expect(printQuery(readQuery(all)).split("&").sort()).toEqual(all.split("&").sort());
    expect(readQuery("status=&archived=false")).toEqual(EMPTY_QUERY);
  });

  it("has at most four orders, and its own where none is chosen", () => {
    expect(readSort("newest")).toEqual([{ field: "key", descending: true }]);
    expect(readSort("team,-due,type,moves")).toHaveLength(4);
    expect(readSort("team,-due,type,moves,late")).toBeNull();
    expect(readSort("team,colour")).toBeNull();
    expect(groupOf({ view: "all", sort: "due", group: null })).toBeNull();
    expect(groupOf({ view: "all", sort: null, group: null })).toBeNull();
  });
});

describe("the columns that a table doesn't show", () => {
  it("are all others, with their own width", () => {
    const others = otherColumns(USUAL_COLUMNS).map(({ name }) => name);
    expect(others).toContain("team");
    expect(others.filter((name) => USUAL_COLUMNS.some((column) => column.name === name))).toEqual([]);
    expect(otherColumns([])).toHaveLength(others.length + USUAL_COLUMNS.length);
    expect(otherColumns([])[0]).toEqual({ name: "key", pinned: false, widthPx: 76 });
  });

  it.each([
    ["title:35", null],
    ["title:36", 36],
    ["title:900", 900],
    ["title:901", null],
    ["title", 320],
    ["key,colour", null],
  ])("%s has a width of %s", (text, widthPx) => expect(readColumns(text)?.[0]?.widthPx ?? null).toBe(widthPx));

  it("shows the usual ones for a text that can't be read", () => {
    expect(columnsOf("colour")).toBe(USUAL_COLUMNS);
    expect(columnsOf("due").map(({ name }) => name)).toEqual(["due"]);
  });
});
