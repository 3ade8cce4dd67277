import type { Importer, PackedFile, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { readText } from "#importers/source/read-source.ts";
import { storable } from "#lib/base/text/storable.ts";
import { beginningOf, whatItIs } from "./describe-unknown.ts";
import { readParts, skippedFiles, storableReject } from "./read-parts.ts";

/** Name of a zip that no importer reads as a whole. */
export const ARCHIVE = { format: "zip", label: "Zip", letter: "Z" };

/** Returns the importer of a file in a zip, for its events and its findings. */
export type ImporterOf = (path: string, source: SourceText) => Importer | undefined;

/** Reads the files of a zip, each with its own importer. Every part names its file. */
export function* readArchive(
  source: SourceText,
  options: ParseOptions,
  importerOf: ImporterOf,
): Generator<ParseResult> {
  for (const file of source.files ?? []) yield* readFile(file, options, importerOf);
  yield { events: [], rejects: [], context: skippedFiles(source) };
}

function* readFile(packed: PackedFile, options: ParseOptions, importerOf: ImporterOf): Generator<ParseResult> {
  const path = storable(packed.path);
  const refuse = (reason: string, text = ""): ParseResult => ({
    events: [],
    rejects: [storableReject({ line: 0, reason: `${path}: ${reason}`, text })],
    context: [],
  });
  if (packed.refused !== undefined) {
    yield refuse(packed.refused);
    return;
  }
  if (/\.eml$/i.test(path) && !packed.mail) {
    yield refuse("This email can't be read. Import it on its own.");
    return;
  }
  const text = readText(packed.path, packed.text);
  const source: SourceText = packed.mail ? { ...text, mail: packed.mail } : text;
  const importer = importerOf(packed.path, source);
  if (!importer) {
    yield refuse(whatItIs(source), beginningOf(source));
    return;
  }
  if (importer.name === "afterword") {
    yield refuse("An Afterword timeline contains more than events. Import it on its own.");
    return;
  }
  const { name: format, label, letter } = importer;
  for (const { events, rejects, context, ...part } of readParts(importer, source, options)) {
    yield {
      ...part,
      events,
      rejects: rejects.map((reject) => ({ ...reject, reason: `${path}: ${reject.reason}` })),
      context: context.map((line) => ({ ...line, text: `${path}: ${line.text}` })),
      file: { path, format, label, letter },
    };
  }
}
