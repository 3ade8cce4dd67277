import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { ImportInput } from "#importers/base/importer.ts";
import type { ParseSourceOptions } from "#importers/open/open-source.ts";
import { type ParsedSource, parseSource } from "#importers/open/parse-source.ts";

const ROOT = join(import.meta.dirname, "../../fixtures/imports");

/** Returns a file of fixtures/imports as an import receives it. */
export function fixture(path: string): ImportInput {
  return { filename: path, bytes: readFileSync(join(ROOT, path)) };
}

/** Returns the folders of fixtures/imports, each with the name of a format. */
export function fixtureFolders(): string[] {
  return readdirSync(ROOT).sort();
}

/** Returns the paths of all fixtures below a folder. */
export function fixturePaths(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();
}

export function parseFixture(path: string, options?: ParseSourceOptions): ParsedSource {
  return parseSource(fixture(path), options);
}

export function textInput(text: string, filename = "input"): ImportInput {
  return { filename, bytes: strToU8(text) };
}

export function jsonInput(value: unknown): ImportInput {
  return textInput(JSON.stringify(value), "input.json");
}

export function zipInput(files: Record<string, string | Uint8Array>): ImportInput {
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return { filename: "input.zip", bytes: zipSync(Object.fromEntries(entries)) };
}

/** Returns the fictional Slack export as its zip. */
export function slackZip(): ImportInput {
  const folder = "slack/export";
  const paths = fixturePaths(folder);
  return zipInput(Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), fixture(path).bytes])));
}
