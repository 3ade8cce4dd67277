import type { Importer, ImportInput, SourceText } from "#importers/base/importer.ts";
import { isRecord } from "#importers/base/values.ts";
import type { ZipLimits } from "#importers/source/open-zip.ts";
import { readSource } from "#importers/source/read-source.ts";
import { isBinary, isBrokenJson } from "./describe-unknown.ts";
import { IMPORTERS } from "./registry.ts";

const DEPTH = 4;
const LENGTH = 50;

/** JSON with every list of its upper levels cut to its first 50 elements, which is enough to detect the format. */
function sampleJson(json: unknown, depth = DEPTH): unknown {
  if (depth === 0) return json;
  if (Array.isArray(json)) return json.slice(0, LENGTH).map((value) => sampleJson(value, depth - 1));
  if (!isRecord(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, sampleJson(value, depth - 1)]));
}

export interface Detection {
  importer: Importer;
  /** 0 to 1. */
  certainty: number;
  /** One sentence for the preview. */
  reason: string;
}

/**
 * Returns importers that could read the bytes, the most confident first. Throws AppError for a zip beyond its limits.
 */
export function detectFormat(input: ImportInput, limits?: ZipLimits): Detection[] {
  return detectSource(readSource(input, limits));
}

/** The same for a source that is already decoded, and for some importers only. */
export function detectSource(source: SourceText, importers: readonly Importer[] = IMPORTERS): Detection[] {
  const sample = source.json === undefined ? source : { ...source, json: sampleJson(source.json) };
  return importers
    .map((importer) => ({ importer, certainty: importer.detect(sample) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty)
    .map(({ importer, certainty }) => ({
      importer,
      certainty,
      // Counting matches checks every record, so it's done only when requested.
      get reason() {
        return importer.explain?.(source) ?? `The text looks like ${importer.label}.`;
      },
    }));
}

/** Notes would accept any text, so anything that is clearly something else is rejected first. */
export function detectReadable(source: SourceText): Detection[] {
  const { text, json } = source;
  const isReadable = json !== undefined || text === "" || !(isBinary(text) || isBrokenJson(text));
  return isReadable ? detectSource(source) : [];
}
