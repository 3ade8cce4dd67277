import { expect, test } from "vitest";
import { commentsIn, docstringsIn, proseIn, stringsIn, testNamesIn } from "./check-words.mjs";
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
])("finds a sentence with the pattern %s", (name, text) => {
  expect(names(text)).toContain(name);
});

test.each([
  "Late actions appear here.",
  "Accept all at 90% or above",
  "There is no longer a session.",
  "SLO stands for service level objective.",
  "Couldn't load reviews. Try again.",
  "The secret begins with whsec_.",
])("accepts %s", (text) => {
  expect(names(text)).toEqual([]);
});

test("semicolons are hits on screens and in docs, but not in docstrings", () => {
  expect([names("Kept; nobody sees it", "docs"), names("Kept; it sees", "docstrings")]).toEqual([
    ["somebody", "semicolon"],
    [],
  ]);
});

test("reads strings, JSX text and templates of a component, and no class name", () => {
  const source =
    'const a = <p className="row">Your name\n stands here</p>; const b = `$' +
    '{key} is archived`; const c = "two words";';
  expect(stringsIn("a.tsx", source)).toEqual(["Your name stands here", "{} is archived", "two words"]);
});

test("reads no table of words that are looked for, but other templates", () => {
  const source =
    "const a = words`root cause | by mistake`; const b = oneOf`in error | x`; const c = css`root cause $" + "{a}`;";
  expect(stringsIn("a.ts", source)).toEqual(["root cause {}"]);
});

test("reads prose of a page without code and addresses of links", () => {
  const page = "Set `a; b` in [settings](what-comes.md).\n\n```sh\necho nobody\n```\n";
  expect(proseIn("a.md", page)).toEqual(["Set X in [settings]."]);
});

test("reads comments that have a line of their own", () => {
  expect(commentsIn("a.ts", 'const a = "https://b"; // At the end\n  // It stands here.\n')).toEqual([
    "It stands here.",
  ]);
});

test("reads docstrings and names of tests", () => {
  const source =
    'describe("a group", () => {});\n/**\n * Answers how many\n * there are.\n */\ntest.each([1])("it stands", () => {});';
  expect(docstringsIn("a.ts", source)).toEqual(["Answers how many there are."]);
  expect(testNamesIn("a.test.ts", source)).toEqual(["a group", "it stands"]);
});
