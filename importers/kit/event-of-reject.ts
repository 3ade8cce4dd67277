import type { NormalizedEvent, Reject } from "#importers/base/importer.ts";
import { makeEvent } from "./make-event.ts";
import { UNKNOWN_TIME } from "./no-time.ts";

/** List or table marks around the text of a line. */
const MARKS = /^[\s\-*•+|>]+|[\s|]+$/g;
/** An unreadable time: digits and the characters between them, up to the first word. */
const STAMP = /^[[(]?\d(?:T\d|[\d\s.:/,+\-–—|*])*(?:(?:(?:[ap]m|Z|UTC)\b[\])]?|[\])])[\s\-–—:|,*]*)?(?=\p{L})/iu;

/** Returns whether a person can give a rejected row its time: it is one row, and has text. */
export const mayBecomeEvent = ({ line, text }: Reject): boolean => line > 0 && text.replace(MARKS, "") !== "";

/** Returns a rejected row as an event without a time, which a person can then set. Its stated time is kept. */
export function eventOfReject({ line, text }: Reject): NormalizedEvent {
  const [first = "", ...more] = text.split("\n");
  const words = first.replace(MARKS, "");
  const stated = STAMP.exec(words)?.[0] ?? "";
  const statedText = stated.replace(/[\s\-–—:|,*]+$/, "").replace(/^[[(]|[\])]$/g, "");
  return makeEvent({
    line,
    time: { ...UNKNOWN_TIME, statedText },
    kind: "observation",
    title: words.slice(stated.length),
    body: more.join("\n"),
  });
}
