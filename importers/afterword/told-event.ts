import type { NormalizedEvent } from "#importers/base/importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { storable } from "#lib/base/text/storable.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ExportedTime } from "#lib/story/export/time-words.ts";

export interface ToldParts {
  time: ExportedTime;
  statedText: string;
  kind: EventKind;
  title: string;
  body: string;
  actor?: string | null;
  url?: string | null;
  services?: string[];
  line: number;
}

/** An event of an Afterword export. Its time has a zone, so no zone is asked for. */
export function toldEvent({ time, statedText, title, ...parts }: ToldParts): NormalizedEvent {
  const { at, endAt, precision, uncertaintySeconds } = time;
  const event = makeEvent({
    ...parts,
    title,
    time: { at, precision, statedText, zone: at === null ? null : "UTC", ambiguity: null },
  });
  // Our own title was checked when it was exported, so it isn't cut again.
  return { ...event, title: storable(title).trim() || event.title, endAt, uncertaintySeconds };
}
