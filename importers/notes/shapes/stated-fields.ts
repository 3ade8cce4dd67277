import { resolveDay } from "#importers/lex/day-number.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { isUnresolved } from "./front-fields.ts";

/** The names of fields for the moments of an incident: "Outage end (UTC):", `resolvedWhen:`, "Решение:". */
const OF = String.raw`(?:(?:incident|outage|impact|issue|service|disruption|network)[ _]?)?`;
const AT = String.raw`(?:[ _-]?(?:time|date|at|on|when))?`;
// A group within a phrase is closed up.
const named = (names: string): string => names.replaceAll(" | ", "|");
const ENDS = named(
  OF +
    oneOf`
    (?:end(?:ed)? | resol(?:ved|ution) | restored | restoration | recovered | recovery | fixed | repaired)${AT}
    ende | störungsende | behoben | gelöst | beendet | wiederhergestellt | (?:heure de )?fin | résolu | résolution | rétabli | rétablissement
    resuelto | resolución | solucionado | restablecido | fim | resolvido | resolução | restabelecido | fine | risolto | risoluzione | ripristinato
    einde | opgelost | hersteld | koniec | zakończenie | rozwiązano | slut | löst | slutt | løst | konec | vyřešeno
    решение | решено | окончание | конец | завершение | устранено | восстановлено | восстановление
    (?:復旧 | 解消 | 終了 | 回復)(?:日時 | 時刻 | 時間)? | (?:恢复 | 解决 | 结束 | 恢復 | 解決 | 結束)(?:时间 | 時間) | (?:복구 | 종료 | 해결)\s?(?:시각 | 시간 | 일시)
  `,
);
const STARTS = named(
  OF +
    oneOf`
    (?:start(?:ed)? | beg[ai]n)${AT} | beginn | störungsbeginn | (?:heure de )?début | inicio | início | inizio | begin
    początek | rozpoczęcie | začátek | начало | (?:発生 | 開始)(?:日時 | 時刻 | 時間) | (?:発生 | 開始)(?=\s?[/／・]\s?(?:検知 | 発見 | 認知)(?:日時 | 時刻 | 時間) | $) | (?:发生 | 开始 | 發生 | 開始)(?:时间 | 時間)
    (?:발생 | 시작)\s?(?:시각 | 시간 | 일시)
  `,
);
const MITIGATED = String.raw`${OF}mitigat(?:ed|ion)${AT}`;
const KINDS: readonly (readonly [names: string, kind: EventKind])[] = [
  [ENDS, "resolved"],
  [STARTS, "impact_started"],
  [MITIGATED, "mitigated"],
];
/** "Start / detected:", "発生 / 検知日時": two names of one moment. */
const SECOND_NAME = String.raw`(?:\s?[/／・&]\s?(?:${oneOf`detect(?:ed|ion) | identified | first seen | erkannt | detectado | détecté | rilevato | 検知 | 発見 | 認知 | 发现 | 감지 | 탐지`})(?:日時|時刻|時間|时间|\s?시각|\s?일시| (?:at|time|on))?)?`;
const NAME = String.raw`(${KINDS.map(([names]) => `(?:${names})`).join("|")})${SECOND_NAME}(?: \([A-Za-z/]{2,5}\))?`;
const MARK = String.raw`[*_|]{0,3}\s?[:：|]\s?[*_]{0,3}\s?`;
const FIELD = new RegExp(String.raw`^(?:[*_|]{0,3}\s?)${NAME}${MARK}(?=\S)`, "iu");
/** The same on a line of its own, with the moment on the next line. */
const ABOVE = new RegExp(String.raw`^[*_]{0,3}${NAME}\s?[*_]{0,3}\s?[:：]?[*_]{0,3}$`, "iu");
/** Several fields on one line: "State: Solved Start Time: 22-3-2014 18:45:47 End Time: 22-3-2014 22:26:28". */
const WITHIN = new RegExp(
  String.raw`(?<=[\p{L}\d]\s)(?<!(?:planned|estimated|expected|scheduled|anticipated|target|new)\s)${NAME}\s?[:：]\s(?=\d)`,
  "giu",
);
const OPENING = new RegExp(`^(?:${STARTS})$`, "iu");
const kindOf = (name: string): EventKind | undefined =>
  KINDS.find(([names]) => new RegExp(`^(?:${names})$`, "iu").test(name))?.[1];
const NOTHING_MORE = /^[\s*_|.)\]]{0,20}(?:\([^()]{0,80}\)[\s|.]{0,20})?(?:#.{0,200})?$/;
/** "(did not work)", "(geplant)": it was not so, or not yet. */
export const NOT_SO = new RegExp(
  String.raw`\([^()]{0,60}(?<!\p{L})${oneOf`
    did(?: not|n['’]t) | not (?:yet|confirmed|final|effective) | unsuccessful(?:ly)? | failed | no effect | planned | expected | estimated?
    estimate | tentative | target | to be confirmed | tbc | geplant | voraussichtlich | erwartet | erfolglos | prévue? | estimée? | attendue?
    previst[oa] | estimad[oa] | stimat[oa] | gepland | verwacht | planowan[eya] | план(?:ируется)? | ожидается | планово | 予定 | 見込み | 预计 | 计划 | 예정
  `}`,
  "iu",
);
/** Of other things than an incident: "Status: Done Meeting Start Time: …". */
const OF_OTHERS = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    meetings? | contract | call | bridge | session | shift | maintenance | window | deploy(?:ment)? | rollout | scan | backup
    test | lease | job | warranty | subscription | project | sprint | trial | review | workshop | webinar | training | licen[cs]e
  `}\s$`,
  "iu",
);
const NEXT_FIELD = /^\s{0,3}\p{Lu}[\p{L} ]{2,30}[:：]/u;
const LONGEST = 200;
const TELLS: ReadonlySet<string> = new Set(["text", "item", "front", "row"]);

interface Doc {
  lines: readonly Line[];
  sections: readonly Section[];
}

interface Field {
  name: string;
  /** Its moment and what is behind it. */
  rest: string;
}

/**
 * Returns the start, the relief and the end that fields outside the timeline state with their day and time, as entries
 * on that day. Empty if an entry is at that time of day: then the field only repeats it.
 */
export function readStatedFields(
  { lines, sections }: Doc,
  entries: readonly Entry[],
  context: readonly Line[],
): Entry[] {
  if (entries.length < 2) return [];
  const isCounted = entries.some(({ stamp }) => stamp.relativeSeconds !== null);
  const free = new Set(context.map(({ number }) => number));
  const found: Entry[] = [];
  const isPlan = isUnresolved(lines);
  for (const [index, line] of lines.entries()) {
    const { number, role, content } = line;
    if (!free.has(number) || !TELLS.has(role) || content.length > LONGEST || sections[index]?.elsewhere) continue;
    for (const { name, rest } of fieldsOf(content, lines[index - 1])) {
      // The start from which "T+12m" counts isn't one of its entries.
      if ((role === "front" || isCounted) && OPENING.test(name)) continue;
      if (role === "front" && isPlan) continue;
      const stamp = readStamp(rest);
      const day = stamp?.date?.kind === "day" && stamp.date.day.year !== null ? resolveDay(stamp.date.day, null) : null;
      if (!stamp?.clock || day === null || stamp.end || stamp.problem !== null) continue;
      const behind = rest.slice(stamp.textStart);
      if (!(NOTHING_MORE.test(behind) || NEXT_FIELD.test(behind)) || NOT_SO.test(behind)) continue;
      if ([...entries, ...found].some((one) => isAt(one, stamp))) continue;
      const kind = kindOf(name);
      const field = role === "front" ? "front" : "text";
      found.push({ ...makeEntry(number, "text", stamp, [name]), day, field, ...(kind ? { kind } : {}) });
    }
  }
  return found;
}

function fieldsOf(content: string, above: Line | undefined): Field[] {
  const [label, name] = FIELD.exec(content) ?? [];
  if (label !== undefined) return [{ name: (name ?? "").trim(), rest: content.slice(label.length) }];
  const own = above?.role === "text" && above.content.length <= LONGEST ? ABOVE.exec(above.content.trim())?.[1] : null;
  if (own) return [{ name: own.trim(), rest: content }];
  // A word before the first field of a line belongs to its name.
  const within = [...content.matchAll(WITHIN)].filter(([name], place, all) => {
    const before = content.slice(0, all[place]?.index);
    return /^\p{Lu}/u.test(name) && /[:：]/.test(before) && !OF_OTHERS.test(before);
  });
  return within.map((one) => ({
    name: (one[1] ?? "").trim(),
    rest: content.slice(one.index + one[0].length),
  }));
}

const isAt = ({ stamp: { clock, end } }: Entry, { clock: own }: Stamp): boolean =>
  [clock, end?.clock].some((one) => one?.hour === own?.hour && one?.minute === own?.minute);
