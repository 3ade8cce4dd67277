import { append } from "#importers/base/append.ts";
import type { NormalizedEvent, ParseOptions, ParseResult } from "#importers/base/importer.ts";
import { textAt } from "#importers/base/values.ts";
import { previewOf } from "#importers/base/words.ts";
import { collect, type Outcomes, type SourceRecord } from "#importers/kit/collect.ts";
import { lookAround } from "./look-around.ts";
import { isMessage, readMessage, type SlackSurroundings } from "./message.ts";
import { isChannel, isPerson, nameOfPerson } from "./names.ts";
import type { SlackPart } from "./part.ts";

const BATCH = 1000;

/** The events of all parts: once over everything for names, threads and repeats, then message by message. */
export function* readParts(parts: readonly SlackPart[], options: ParseOptions): Generator<ParseResult> {
  const around = lookAround(parts, options);
  const repeats = new Repeats(around.repeated);
  let batch: ParseResult = { events: [], rejects: [], context: [] };
  for (const part of parts) {
    addPart(batch, part, repeats.fold(collect(part.records(), (record) => read(record, around, part.isDay))));
    if (batch.events.length < BATCH) continue;
    yield batch;
    batch = { events: [], rejects: [], context: [] };
  }
  yield batch;
}

/** A later entry for the same message is its newer state: it stays, the earlier ones become context. */
class Repeats {
  readonly #left: Map<string, number>;

  constructor(repeated: ReadonlyMap<string, number>) {
    this.#left = new Map(repeated);
  }

  fold({ events, rejects, context }: ParseResult): ParseResult {
    if (this.#left.size === 0) return { events, rejects, context };
    const dropped = events.filter((event) => !this.#isLast(event));
    const gone = new Set(dropped);
    const kept = dropped.length === 0 ? events : events.filter((event) => !gone.has(event));
    const notes = dropped.map(({ line, title }) => ({ line, text: `Another delivery of: ${title}` }));
    return { events: kept, rejects, context: [...context, ...notes] };
  }

  #isLast({ externalId }: NormalizedEvent): boolean {
    const left = this.#left.get(externalId ?? "");
    if (left === undefined) return true;
    this.#left.set(externalId ?? "", left - 1);
    return left <= 1;
  }
}

function read({ line, value }: SourceRecord, around: SlackSurroundings, isDay: boolean): Outcomes {
  if (isMessage(value)) return readMessage(value, line, around);
  if (isPerson(value)) return { context: `Person: ${nameOfPerson(value) ?? textAt(value, "id")}` };
  if (isChannel(value)) return { context: `Channel: ${textAt(value, "name", "id")}` };
  if (typeof value === "string") return { reject: "This file is no valid JSON." };
  if (!isDay) return { context: previewOf(value) };
  return { reject: "This is no Slack message: it has no ts with an author." };
}

/** Lines of a zip are the places within their file, so context and rejects name the file. */
function addPart(whole: ParseResult, { path }: SlackPart, part: ParseResult): void {
  append(whole.events, part.events);
  if (path === "") {
    append(whole.rejects, part.rejects);
    append(whole.context, part.context);
    return;
  }
  const prefix = `${path}: `;
  for (const reject of part.rejects) whole.rejects.push({ ...reject, reason: `${prefix}${reject.reason}` });
  for (const item of part.context) whole.context.push({ ...item, text: `${prefix}${item.text}` });
}
