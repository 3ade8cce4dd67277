import type { Importer, ParseOptions, SourceText } from "../importer.ts";
import { append } from "./append.ts";
import { collect, explainShare, type Outcome, openList, recordsOf, type SourceRecord, shareOf } from "./collect.ts";
import { foldRepeats } from "./fold-repeats.ts";
import { onceASource } from "./once-a-source.ts";
import { isRecord, type JsonRecord, valueAt } from "./values.ts";

export interface JsonFormat {
  name: string;
  label: string;
  letter: string;
  /** Certainty when all records are readable, 0.95 when absent. */
  certainty?: number;
  /** Paths of the lists or single objects that its answers wrap their rows in: `incidents`, `data.project.nodes`. */
  wrappers?: readonly string[];
  /** Whether a value is one of its rows or deliveries. */
  isReadable(value: unknown): boolean;
  /** What its rows carry, for the reason: "a fingerprint and startsAt". */
  carry: string;
  /** What is said of a record that is none of them. */
  refusal: string;
  /** Reads one record, for which `isReadable` is true. */
  read(value: JsonRecord, line: number, options: ParseOptions): Outcome[];
}

/** An importer of rows or webhook deliveries in JSON: one, a list, several values in a file, or an answer that wraps them. */
export function jsonImporter({ name, label, letter, ...format }: JsonFormat): Importer {
  const { isReadable, wrappers = [], certainty = 0.95 } = format;
  const open = onceASource((source: SourceText) => {
    const opened: SourceRecord[] = [];
    for (const record of recordsOf(source)) {
      if (wrappers.length === 0 || isReadable(record.value)) opened.push(record);
      else append(opened, openWrapper(record, wrappers, isReadable, !Array.isArray(source.json)));
    }
    return opened;
  });
  return {
    name,
    label,
    letter,
    detect: (source) => (source.json === undefined ? 0 : certainty * shareOf(open(source), isReadable)),
    explain: (source) => explainShare(open(source), isReadable, format.carry),
    parse: (source, options) => {
      const result = collect(open(source), ({ line, value }) =>
        isRecord(value) && isReadable(value) ? format.read(value, line, options) : [{ reject: format.refusal }],
      );
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
