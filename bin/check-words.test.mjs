import { expect, test } from "vitest";
import {
  areasOf,
  blockCommentsIn,
  commentsIn,
  descriptionIn,
  docstringsIn,
  linesIn,
  outerTestNamesIn,
  proseIn,
  schemaCommentsIn,
  sentencesIn,
  stringsIn,
  testNamesIn,
} from "./check-words.mjs";
import { hitsIn } from "./words.mjs";

const names = (text, area = "screens") => hitsIn(text, area).map(({ name }) => name);

test.each([
  ["is no", "This is no timeline of Afterword."],
  ["stand", "What happened stands here, in order"],
  ["by itself", "What passes its due date comes here by itself."],
  ["take back", "Late: taken back"],
  ["say what", "Say what customers met"],
  ["somebody", "changed by somebody else first"],
  ["may", "You may no longer read this"],
  ["begin", "Begin an incident"],
  ["beside", "Your name is beside it"],
  ["hold, carry", "the rest holds its questions"],
  ["what comes", "What came of it"],
  ["could not be read", "The file could not be read."],
  ["nothing is lost", "Nothing was changed."],
  ["go on", "It goes on from there"],
  ["answers", "A stale version answers 409"],
  ["is removed", "{} is archived"],
  ["terms", "Accept all from 90 %"],
  ["house words", "The journey of a sign-in"],
  ["for who", "A link for who cannot be mailed"],
  ["semicolon", "Saved; the page reloads"],
  ["blame", "Find the root cause"],
  ["begin", "Enter a URL that begins with https://"],
  ["take back", "Bring it back"],
  ["refuse", "A rule refuses the step"],
  ["also", "A request, also if it was rejected"],
  ["else", "The days of the team, else of the owner"],
  ["check list", "Add to the check list"],
  ["told", "The owner is told"],
  ["we", "Our server couldn't read it"],
  ["full stop", "The token was deleted. Enter it again"],
  ["full stop", "{} archived. Its actions stay"],
  ["apostrophe", "It can’t be undone."],
])("finds a sentence with the pattern %s", (name, text) => {
  expect(names(text)).toContain(name);
});

test.each([
  "Late actions appear here.",
  "Accept all at 90% or above",
  "There is no longer a session.",
  "SLO stands for service level objective.",
  "Couldn't load reviews. Try again.",
  "The secret starts with whsec_.",
  "PostgreSQL refuses to start.",
  "The mail server refused the connection.",
  "A rule also rejects this, or else it expires.",
  "The token was deleted. Enter it again.",
  "Enter a title",
  "Needs PostgreSQL 16. Start it with: npm start",
  "The password for each account is{}",
])("accepts %s", (text) => {
  expect(names(text)).toEqual([]);
});

test("semicolons are hits in messages, demo data and docs, but not in docstrings", () => {
  const areas = ["docs", "messages", "demo data", "demo sources", "docstrings"];
  expect(areas.map((area) => names("Kept; it sees", area))).toEqual([...Array(4).fill(["semicolon"]), []]);
});

test("reads strings, JSX text and templates of a component, and no class name", () => {
  const source =
    'const a = <p className="row">Your name\n stands here</p>; const b = `$' +
    '{key} is archived`; const c = "two words";';
  expect(stringsIn("a.tsx", source)).toEqual(["Your name stands here", "{} is archived", "two words"]);
});

test("marks JSX text that continues in another child", () => {
  expect(stringsIn("a.tsx", "const a = <p>It has ended. Ask for a new <a>link here</a></p>;")).toEqual([
    "It has ended. Ask for a new {}",
    "link here",
  ]);
});

test("reads no table of words that are looked for, but other templates", () => {
  const source =
    "const a = words`root cause | by mistake`; const b = oneOf`in error | x`; const c = css`root cause $" + "{a}`;";
  expect(stringsIn("a.ts", source)).toEqual(["root cause {}"]);
});

test("reads no words of a split string", () => {
  expect(stringsIn("a.ts", 'const a = new Set("add refuse".split(" ")); const b = "a refuse";')).toEqual(["a refuse"]);
});

test("reads the messages of an importer, and no patterns", () => {
  const source =
    'const a = "root cause"; const b = "^Root cause|x y"; const c = "The row is no event."; const d = `$' + "{x} %`;";
  expect(sentencesIn("a.ts", source)).toEqual(["The row is no event.", "{} %"]);
});

test("reads each line of a source of the demo data", () => {
  expect(linesIn("a.csv", "time,title\n\n09:00,Nobody saw it\n")).toEqual(["09:00,Nobody saw it"]);
});

test("reads prose of a page without code and addresses of links", () => {
  const page = "Set `a; b` in [settings](what-comes.md).\n\n```sh\necho nobody\n```\n";
  expect(proseIn("a.md", page)).toEqual(["Set X in [settings]."]);
});

test("reads comments on lines of their own, behind code and in JSX, but no addresses", () => {
  const text = 'const a = "https://b"; // At the end\n  // It stands here.\n<p>{/* So that\n it stays */}</p>';
  expect(commentsIn("a.tsx", text)).toEqual(["At the end", "It stands here.", "So that it stays"]);
});

test.each([
  ["components/testing/board.spec.ts", ["docstrings", "comments", "tests", "outer tests"]],
  ["server/testing/chat-server.ts", ["docstrings", "comments"]],
  ["server/a.test.ts", ["docstrings", "comments", "tests", "outer tests"]],
  ["bench/calm/loads.mjs", ["messages", "docstrings", "comments"]],
  ["prisma/migrations/0314_condition_followers/migration.sql", []],
  ["prisma/migrations/0315_next/migration.sql", ["texts of migrations"]],
])("reads of %s: %j", (path, areas) => {
  expect(areasOf(path)).toEqual(areas);
});

test("reads comments of styles and of the schema, and the description of a package", () => {
  expect(blockCommentsIn("a.css", "/* Over the\n * cards. */\n.card {\n  top: 0; /* not */\n}")).toEqual([
    ...["Over the cards.", "not"],
  ]);
  expect(schemaCommentsIn("a.prisma", "/// A person.\nmodel User {\n  // Lower case\n  email String\n}")).toEqual([
    ...["A person.", "Lower case"],
  ]);
  expect(descriptionIn("package.json", '{ "name": "a", "description": "Learn from incidents." }')).toEqual([
    "Learn from incidents.",
  ]);
});

test("reads docstrings and names of tests", () => {
  const source =
    'describe("a group", () => {});\n/**\n * Answers how many\n * there are.\n */\ntest.each([1])("it stands", () => {});';
  expect(docstringsIn("a.ts", source)).toEqual(["Answers how many there are."]);
  expect(testNamesIn("a.test.ts", source)).toEqual(["a group", "it stands"]);
});

test("reads names in groups, of several cases and of steps, and separates those outside of groups", () => {
  const source = `describe.each(["a"])("a group", () => {
    it("is read", () => {});
    it.each<[string]>([["b"]])(\`has \${x}\`, () => {});
  });
  test.describe("pages", () => { test.skipIf(a)("open", async () => { await test.step("a step", run); }); });
  it.for([1])("is alone", () => {});
  test.use({ locale: "en" });`;
  expect(testNamesIn("a.test.ts", source)).toEqual([
    ...["a group", "is read", "has {}", "pages", "open", "a step", "is alone"],
  ]);
  expect(outerTestNamesIn("a.test.ts", source)).toEqual(["a group", "pages", "is alone"]);
});

test("rejects a docstring that starts with what, and an outer test without a subject", () => {
  expect(names("What a policy is for.", "docstrings")).toEqual(["what"]);
  expect(names("What a policy is for.", "comments")).toEqual([]);
  expect(names("is read once", "outer tests")).toEqual(["no subject"]);
  expect(names("is read once", "tests")).toEqual([]);
});
