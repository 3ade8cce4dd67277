import type { NormalizedEvent } from "#importers/base/importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { guessKind } from "#importers/lex/event-words.ts";
import { splitTitle } from "#importers/notes/split-title.ts";
import type { When } from "#importers/notes/when.ts";
import { EVENT_KINDS, type EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ReadRow, RowReader } from "./row-reader.ts";

/** The event of a row of which it is known when it was. */
export function eventOfRow({ line, cells, entry }: ReadRow, when: When, reader: RowReader): NormalizedEvent {
  const { at, precision, zone, ambiguity } = when;
  const [title, body] = [reader.cell(cells, "title"), reader.cell(cells, "body")];
  const words = title === "" ? splitTitle(body) : splitTitle(title, body);
  const statedText = entry?.stamp.statedText ?? reader.cell(cells, "time");
  const event = makeEvent({
    line,
    time: { at, precision, statedText, zone, ambiguity },
    kind: kindOf(reader.cell(cells, "kind"), words.title),
    title: words.title,
    body: words.body,
    actor: reader.cell(cells, "actor") || null,
    url: reader.cell(cells, "url") || null,
    externalId: reader.cell(cells, "external_id") || null,
    services: servicesIn(reader.cell(cells, "service")),
  });
  event.endAt = when.endAt;
  event.uncertaintySeconds = when.uncertaintySeconds;
  return event;
}

function servicesIn(text: string): string[] {
  if (text === "") return [];
  return /[,;|]/.test(text) ? text.split(/\s*[,;|]\s*/).filter((name) => name !== "") : [text];
}

/** A code of our own as written ("deploy_started", "Deploy started"), else what the words suggest. */
function kindOf(written: string, title: string): EventKind {
  if (written === "") return guessKind(title);
  const code = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return EVENT_KINDS.find((kind) => kind === code) ?? guessKind(`${written}: ${title}`);
}
