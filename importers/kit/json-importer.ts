import type { Importer, ParseOptions, ReadTools, SourceText } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord, valueAt } from "#importers/base/values.ts";
import { collect, explainShare, type Outcomes, openList, recordsOf, type SourceRecord, shareOf } from "./collect.ts";
import { foldRepeats } from "./fold-repeats.ts";
import { onceASource } from "./once-a-source.ts";
import { refuseRecord } from "./refuse-record.ts";

export interface JsonFormat {
  name: string;
  label: string;
  letter: string;
  reads?: ReadTools;
  /** Confidence if all records are readable. 0.95 if absent. */
  certainty?: number;
  /**
   * Paths of the lists or single objects that contain rows in the tool's responses: `incidents`, `data.project.nodes`.
   */
  wrappers?: readonly string[];
  /** Returns whether a value is one of its rows or deliveries. */
  isReadable(value: unknown): boolean;
  /** The fields of its rows, for the reason: "a fingerprint and startsAt". */
  carry: string;
  /** The kind of its records, for a value that isn't one: "a GitLab webhook". */
  expected: string;
  /** Reads one record for which `isReadable` is true. */
  read(value: JsonRecord, line: number, options: ParseOptions): Outcomes;
}

/** Checks each record of a source once, and returns which can't be read. */
interface Opened {
  records: SourceRecord[];
  unreadable: ReadonlySet<SourceRecord>;
}

/**
 * Creates an importer of rows or webhook deliveries in JSON: one, a list, several values in a file, or a response that
 * wraps them.
 */
export function jsonImporter({ name, label, letter, reads = {}, ...format }: JsonFormat): Importer {
  const { isReadable, wrappers = [], certainty = 0.95 } = format;
  const open = onceASource((source: SourceText): Opened => {
    const records: SourceRecord[] = [];
    const unreadable = new Set<SourceRecord>();
    for (const record of recordsOf(source)) {
      if (isReadable(record.value)) {
        records.push(record);
        continue;
      }
      for (const inner of openWrapper(record, wrappers, isReadable, !Array.isArray(source.json))) {
        records.push(inner);
        if (inner === record || !isReadable(inner.value)) unreadable.add(inner);
      }
    }
    return { records, unreadable };
  });
  return {
    name,
    label,
    letter,
    reads,
    detect: (source) => (source.json === undefined ? 0 : certainty * shareOf(open(source).records, isReadable)),
    explain: (source) => explainShare(open(source).records, isReadable, format.carry),
    parse: (source, options) => {
      const { records, unreadable } = open(source);
      const result = collect(records, (record) => {
        const { line, value } = record;
        return isRecord(value) && !unreadable.has(record)
          ? format.read(value, line, options)
          : { reject: refuseRecord(value, format.expected) };
      });
      return foldRepeats(result, (candidate, kept) => candidate.endAt !== null && kept.endAt === null);
    },
  };
}

function openWrapper(
  record: SourceRecord,
  wrappers: readonly string[],
  isReadable: (value: unknown) => boolean,
  alone: boolean,
): SourceRecord[] {
  if (!isRecord(record.value)) return [record];
  for (const path of wrappers) {
    const inner = valueAt(record.value, path);
    if (Array.isArray(inner) && inner.some(isReadable)) return openList(record, inner, alone);
    if (isReadable(inner)) return [{ line: record.line, value: inner }];
  }
  return [record];
}
