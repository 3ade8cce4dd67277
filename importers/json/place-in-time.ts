import type { ParseOptions } from "#importers/base/importer.ts";
import type { StatedTime } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import * as known from "./known-fields.ts";
import type { Standing } from "./state-words.ts";
import { type FieldTime, firstTime } from "./told.ts";

/** When the fact of a record was, and which kind it is. */
interface Placed {
  time: StatedTime;
  end: StatedTime | null;
  kind: EventKind;
  /** The time at which what is over began, as stated. */
  started: string | null;
}

const FIRED_AT = /^(?:start|began|begin|fired|trigger|open|raised|detected|first|since|active|down)/i;
const MADE_AT = /^(?:creat|sys_?creat|report|date_?creat|time_?creat|updat|last|modif)/i;
const TAKEN_AT = /^ack/i;

/**
 * A record of an alert that is over is the fact of its end, where it states one; that of one acknowledged, the fact of that.
 * Where it states only its beginning it is that, whatever became of it since; a mere time of storage tells no kind.
 */
export function placeInTime(
  chosen: FieldTime,
  fields: known.Fields,
  standing: Standing | null,
  options: ParseOptions,
): Placed {
  const end = firstTime(known.endsOf(fields), options);
  const { key, stated } = chosen;
  const plain = { time: stated, end: end?.stated ?? null, started: null };
  if (standing === "over" && end) {
    const isLater = stated.at !== null && end.stated.at !== null && end.stated.at > stated.at;
    const started = isLater && FIRED_OR_MADE(key) ? stated.statedText : null;
    return { time: end.stated, end: null, kind: "alert_resolved", started };
  }
  if (standing === "acknowledged") {
    const taken = firstTime(
      known.timesOf(fields).filter((field) => TAKEN_AT.test(field.key)),
      options,
    );
    if (taken) return { time: taken.stated, end: null, kind: "acknowledged", started: null };
  }
  return { ...plain, kind: kindAt(key, standing) };
}

const FIRED_OR_MADE = (key: string) => FIRED_AT.test(key) || MADE_AT.test(key);

function kindAt(key: string, standing: Standing | null): EventKind {
  if (standing === null) return "observation";
  if (standing === "fired" || FIRED_AT.test(key)) return "alert_fired";
  if (MADE_AT.test(key)) return "observation";
  return standing === "over" ? "alert_resolved" : "acknowledged";
}
