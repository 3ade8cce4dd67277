import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { analyse } from "scslre";
import { describe, expect, it, vi } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = ["importers", "lib/base", "lib/incidents", "lib/story"];

interface Pattern {
  place: string;
  source: string;
  flags: string;
}

/** Every regular expression literal of a file. */
function literalsOf(path: string): Pattern[] {
  const text = readFileSync(path, "utf8");
  const patterns: Pattern[] = [];
  const place = (start: number) => `${relative(ROOT, path)}:${text.slice(0, start).split("\n").length}`;
  new Visitor({
    Literal(node) {
      if ("regex" in node)
        patterns.push({ place: place(node.start), source: node.regex.pattern, flags: node.regex.flags });
    },
  }).visit(parseSync(path, text).program);
  return patterns;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|(?:^|\/)(?:testing|fuzz|truth)\//.test(name))
    .map((name) => join(ROOT, folder, name)),
);

/** Every pattern that files put together while they load. */
async function composed(): Promise<Pattern[]> {
  const patterns: Pattern[] = [];
  const native = RegExp;
  const record = (pattern: RegExp) => {
    const at = new Error().stack
      ?.split("\n")
      .find((line) => /\/(?:importers|lib)\/(?!testing|base\/text\/phrases)/.test(line));
    patterns.push({ place: at?.trim() ?? "?", source: pattern.source, flags: pattern.flags });
    return pattern;
  };
  globalThis.RegExp = new Proxy(native, {
    construct: (target, args, self) => record(Reflect.construct(target, args, self)),
    apply: (target, self, args) => record(Reflect.apply(target, self, args)),
  });
  vi.resetModules();
  try {
    for (const file of files) await import(file);
  } finally {
    globalThis.RegExp = native;
  }
  return patterns;
}

const literals = files.flatMap(literalsOf);
const made = await composed();
const patterns = [...literals, ...made];

describe("patterns that read uploads", () => {
  it("are found", () => {
    expect(literals.length).toBeGreaterThan(300);
    expect(made.length).toBeGreaterThan(100);
  });

  // For patterns that can start anywhere, the text is cut first, so only the cost of one attempt is measured.
  it("never backtrack without bound", () => {
    const found = patterns.flatMap(({ place, source, flags }) =>
      analyse({ source, flags }, { assumeRejectingSuffix: true, reportTypes: { Move: false } }).reports.map(
        ({ type, exponential }) => `${place} ${exponential ? "exponential" : "polynomial"} ${type}: /${source}/`,
      ),
    );
    expect(found).toEqual([]);
  });
});
