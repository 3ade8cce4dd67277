import type { ImportInput, PackedFile, SourceText } from "../importer.ts";
import { decode } from "./decode-bytes.ts";
import { parseJson, readJsonValues } from "./json-values.ts";
import { readManifests } from "./manifests.ts";
import { isZip, unzipFiles, type ZipLimits } from "./unzip-files.ts";

/**
 * Bytes as a source, read once for all importers. A zip with one text file in it counts as that file.
 * Throws AppError `too_large` or `invalid` for a zip beyond its limits.
 */
export function readSource(input: ImportInput, limits?: ZipLimits): SourceText {
  if (!isZip(input.bytes)) return readText(input.filename, decode(input.bytes));
  const { files, skipped } = unzipFiles(input.bytes, limits);
  const [only] = files;
  if (only && files.length === 1) {
    return { ...readText(only.path, decode(only.bytes)), skippedFiles: skipped };
  }
  const packed = files.map(({ path, bytes }): PackedFile => {
    const text = decode(bytes);
    const json = parseJson(text);
    return { path, text: json === undefined ? text : "", json };
  });
  packed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { filename: input.filename, text: "", json: undefined, files: packed, skippedFiles: skipped };
}

function readText(filename: string, text: string): SourceText {
  const json = parseJson(text) ?? readManifests(text);
  if (json !== undefined || !/^\s*[{[]/.test(text)) return { filename, text, json };
  const several = readJsonValues(text);
  if (!several) return { filename, text, json };
  return { filename, text, json: several.values, jsonLines: several.lines, brokenLines: several.broken };
}
