const COMMENTS = ["comments", "comments of styles", "comments of the schema", "comments of settings"];

/** Patterns of prose that reads as translated, each with what to write instead (docs/style.md has the rules). */
export const PATTERNS = [
  { name: "is no", pattern: /(?<!there )\b(is|are|was) no (?!longer|more)/i, instead: "isn't a, isn't" },
  { name: "stand", pattern: /\b(stands?|stood)\b(?! for\b)/i, instead: "is, appears" },
  { name: "by itself", pattern: /\bby (itself|themselves)\b/i, instead: "automatically, on its own" },
  {
    name: "take back",
    pattern: /\b(take[ns]?|put) (it )?(back|off|out|away|aside)\b|\b(bring|brings|brought) (it |them )?back\b/i,
    instead: "undo, restore, archive, remove, defer",
  },
  { name: "say what", pattern: /\bsay (what|why|how|who|which|that|when|in)\b/i, instead: "enter, explain, choose" },
  { name: "somebody", pattern: /\b(some|every|no|any)body\b|\bwhoever\b/i, instead: "someone, no one, anyone who" },
  { name: "may", pattern: /\bmay (not|no|only|read|see|change|edit|curate)\b/i, instead: "can, can't" },
  { name: "begin", pattern: /\bbeg[aiu]n(s|ning)?\b/i, instead: "start" },
  { name: "beside", pattern: /\bbeside\b/i, instead: "next to" },
  {
    name: "hold, carry",
    pattern: /\b(holds|bears|hangs)\b|\bcarr(y|ies) (an?|its?|the)\b/i,
    instead: "contains, has, is part of",
  },
  {
    name: "what comes",
    pattern: /\bwhat (comes?|came|becomes?|became|waits|sends|follows|fits)\b/i,
    instead: "name the thing",
  },
  { name: "what", pattern: /^What /, instead: "a noun phrase, or Returns and the thing", only: ["docstrings"] },
  {
    name: "no subject",
    pattern: /^(is|are|was|were|has|have|can)\b/,
    instead: "a verb such as reads, or put it in a group that names its subject",
    only: ["outer tests"],
  },
  { name: "could not be read", pattern: /could not be (read|loaded|shown)|did not load/i, instead: "Couldn't load X." },
  { name: "nothing is lost", pattern: /nothing (was changed|is lost)/i, instead: "leave it out" },
  {
    name: "go on",
    pattern: /\bgo(es|ing)? on\b|, so that|\b(meanwhile|anew|all the same|as ever|from (then|now) on)\b/i,
    instead: "continue, so, again, a new sentence",
  },
  {
    name: "answers",
    pattern: /(^|[.;] )answers\b|\banswers? (\d{3}|it|with|for|whether)\b/i,
    instead: "returns, addresses",
  },
  {
    name: "is removed",
    pattern: /\} (is|are) (added|removed|archived|back|hidden|paused|attached)\b/i,
    instead: "X removed",
  },
  {
    name: "terms",
    pattern: /[\d}] %(?!\w)|\be-mail|\broll-back|\badministrator|\bsample data/i,
    instead: "43%, email, rollback, admin, demo data",
  },
  {
    name: "house words",
    pattern: /\b(mend|spoil)(s|t|ed|ing)?\b|\bjourneys?\b|\blayer law\b|\bthe house\b/i,
    instead: "fix, invalid, e2e test, layer rule, project checks",
  },
  {
    name: "for who",
    pattern: /\b(for|to|by) who\b|\bthe ones? of (it|them|these|those) that\b/i,
    instead: "for people who, name the thing",
  },
  {
    name: "semicolon",
    pattern: /\w; (?![a-z-]+[:=])[a-z]/i,
    instead: "a full stop",
    not: ["docstrings", ...COMMENTS, "tests"],
  },
  { name: "refuse", pattern: /\brefus(e[sd]?|ing)\b(?! (to|the connection)\b)/i, instead: "reject" },
  {
    name: "also",
    pattern: /(^|, )(and )?also (if|when|while|once|after|with|those|one that|of (one|those|an?))\b/i,
    instead: "even, including",
  },
  { name: "else", pattern: /, else (?!if\b)/i, instead: "otherwise, or if it has none" },
  { name: "check list", pattern: /\bcheck lists?\b/i, instead: "checklist" },
  {
    name: "told",
    pattern: /\b(is|are|was|were|be|been|being) told\b/i,
    instead: "is notified, sees",
    only: ["screens", "messages", "demo data", "docs"],
  },
  {
    name: "blame",
    pattern: /\b(root cause|overdue|human error|careless|should have|please|sorry)\b|\w!$/i,
    instead: "contributing factor, late, a condition as subject",
    not: ["docs", "docstrings", ...COMMENTS, "tests"],
  },
  {
    name: "promise",
    pattern: /(?<!\bAS )\bpromis(es?|ed)\b(?! rejection)/i,
    instead: "due date, accepted",
    only: ["screens", "messages", "demo data", "docs"],
  },
  {
    name: "we",
    pattern: /\b(we|our|ours|ourselves)\b/i,
    instead: "you, Afterword, the project",
    only: ["screens", "docs"],
  },
  {
    name: "full stop",
    pattern: /^(\p{Lu}|\{\}).*[\p{L}\d)}”%][.?] (\p{Lu}|\{\})[^:]*[\p{L}\d)”%]$/u,
    instead: "a full stop after the last of several sentences",
    only: ["screens", "messages"],
  },
  {
    name: "apostrophe",
    pattern: /\p{L}’/u,
    instead: "'",
    only: ["screens", "messages", "messages of importers", "demo data", "docs"],
  },
];

/** Returns the patterns that a text of an area matches. Names of outer tests are also read as tests. */
export function hitsIn(text, area) {
  return PATTERNS.filter(
    ({ pattern, only, not }) =>
      (only ? only.includes(area) : area !== "outer tests") && !not?.includes(area) && pattern.test(text),
  );
}
