import type { ImportInput, ParseResult } from "#importers/base/importer.ts";
import { joinParts } from "#importers/kit/join-parts.ts";
import { inMemory } from "#importers/source/byte-source.ts";
import { type OpenedSource, openSource, type ParseSourceOptions } from "./open-source.ts";

export type ParsedSource = Omit<OpenedSource, "parts" | "columns" | "detections"> & ParseResult;

/**
 * Returns normalized events, rejects and context for bytes. Pure. An unknown format is one reject with the reason.
 * Throws AppError only for a wrong option (`invalid`) and a zip beyond its limits (`too_large`, `invalid`).
 */
export function parseSource(input: ImportInput, options: ParseSourceOptions = {}): ParsedSource {
  const {
    parts,
    columns: _columns,
    detections: _detections,
    ...opened
  } = openSource({ ...input, bytes: inMemory(input.bytes) }, options);
  return { ...opened, ...joinParts(parts()) };
}
