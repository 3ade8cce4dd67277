import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Candidate } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

/** The name of a field for a moment, alone above it. */
const FIELD = new RegExp(
  String.raw`^(?:\*\*|__)?${oneOf`
    (?:(?:incident|outage|impact|issue|service)\s)?(?:start|end|began|(?:start|end|detect|resolv|restor|recover|mitigat|report|acknowledg|identifi|discover|clos)ed)(?:\s(?:time|date|at|on))?
    (?:date and )?time (?:of )?(?:detection|resolution|recovery|occurrence|the incident) | resolution(?: time)? | recovery(?: time)?
    beginn | ende | störungsbeginn | störungsende | gemeldet | behoben | début | fin | détection | rétablissement | résolution
    inicio | fin | detección | resolución | início | fim | inizio | fine | begin | einde | opgelost | początek | koniec
    начало | окончание | обнаружено | восстановлено
  `}(?:\*\*|__)?$|(?:日時|時刻|(?:発生|検知|開始|復旧|解消|終了|回復)時間|(?:发生|发现|开始|恢复|解决|结束)时间|(?:發生|發現|開始|恢復|解決|結束)時間|(?:발생|복구|종료|시작|감지)\s?(?:시각|시간|일시))$`,
  "iu",
);
/** The kinds that the names of such fields state. */
const KINDS: readonly (readonly [RegExp, EventKind])[] = [
  [
    /start|beg[aiu]n|początek|début|in[ií][cz]io|occurrence|начало|発生|開始|发生|开始|發生|발생|시작/iu,
    "impact_started",
  ],
  [
    /end|koniec|fine|resol|restor|recover|behoben|fin|fim|rétabl|einde|opgelost|окончание|восстанов|復旧|解消|終了|回復|恢复|解决|结束|恢復|解決|結束|복구|종료/iu,
    "resolved",
  ],
];
/** The kind that the name of such a field states. Undefined for any other name. */
export const kindOfField = (name: string): EventKind | undefined =>
  name.length <= LONGEST_NAME && FIELD.test(name) ? KINDS.find(([names]) => names.test(name))?.[1] : undefined;

const LABELLED = /^([^:：]{2,80}?)\s?[:：]\s?(?=\d)/;
/** "(24-hour clock)", "(10 minutes down)" behind a moment. */
const NOTHING_MORE = /^[\s*_]{0,4}(?:[(（][^()（）]{0,60}[)）])?[\s.。]*$/;
/** "7時07分 ~ 7時17分" */
const UNTIL = /\s?~\s?(?=\d)/;
const LONGEST = 200;
const LONGEST_NAME = 40;

/**
 * Returns the fields of a notice that each have their day and time on the line below them, with its lines of the form
 * "Server 1: day, time". Empty if another line starts with a time, or if a time alone has no field above it.
 */
export function readDatedFields(
  lines: readonly Line[],
  readStarts: () => ReadonlyMap<number, Candidate>,
): TrailingEntry[] {
  const isField = (line: Line | undefined) =>
    line?.role === "text" && line.content.length <= LONGEST_NAME && FIELD.test(line.content.trim());
  const isAnyField = lines.some((line, index) => isField(line) && momentOf(lines[index + 1]) !== null);
  if (!isAnyField) return [];
  const found: TrailingEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const alone = momentOf(line);
    const above = lines[index - 1];
    const label = alone ? null : LABELLED.exec(line.content);
    const stamp = alone ?? momentOf(line, label?.[0].length);
    if (!stamp || (!alone && !label)) continue;
    if (alone && !isField(above)) return [];
    const name = (alone ? above?.content : label?.[1])?.trim() ?? "";
    const kind = alone ? KINDS.find(([names]) => names.test(name))?.[1] : undefined;
    const words = alone ? [index - 1] : [];
    found.push({ at: index, words, stamp, text: [name], actor: null, ...(kind ? { kind } : {}) });
  }
  const places = new Set(found.map(({ at }) => at));
  const isAll = [...readStarts().values()].every(({ index, stamp }) => stamp.clock === null || places.has(index));
  return found.length >= 2 && isAll ? found : [];
}

/** The day and time of a line that tells nothing else from a place on. */
function momentOf(line: Line | undefined, from = 0): Stamp | null {
  if (!line || (line.role !== "text" && line.role !== "item") || line.content.length > LONGEST) return null;
  // "5. März" isn't the fifth item of a list.
  const written = from === 0 && /^\s*\d/.test(line.raw.slice(0, LONGEST)) ? line.raw.trim() : line.content.slice(from);
  const text = written.replace(UNTIL, "～");
  const stamp = /^\W{0,6}[\p{L}\d]/u.test(text) ? readStamp(text) : null;
  const isWhole = stamp?.date?.kind === "day" && stamp.date.day.year !== null && stamp.clock !== null;
  if (!isWhole || stamp.problem !== null || !NOTHING_MORE.test(text.slice(stamp.textStart))) return null;
  return { ...stamp, statedText: stamp.statedText.replace("～", UNTIL.exec(written)?.[0] ?? "～") };
}
