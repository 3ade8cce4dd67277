import { resolveDay } from "#importers/lex/day-number.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";

/** "Outage end (UTC):", `resolvedWhen:`, "Решение:": a field for the moment when all was well again. */
const END_FIELD = new RegExp(
  String.raw`^(?:[*_|]{0,3}\s?)((?:(?:incident|outage|impact|issue|service|disruption)[ _]?)?${oneOf`
    (?:end(?:ed)? | resol(?:ved|ution) | restored | restoration | recovered | recovery | fixed | repaired)(?:[ _-]?(?:time|date|at|on|when))?
    ende | störungsende | behoben | gelöst | beendet | wiederhergestellt | (?:heure de )?fin | résolu | résolution | rétabli | rétablissement
    resuelto | resolución | solucionado | restablecido | fim | resolvido | resolução | restabelecido | fine | risolto | risoluzione | ripristinato
    einde | opgelost | hersteld | koniec | zakończenie | rozwiązano | slut | löst | slutt | løst | konec | vyřešeno
    решение | решено | окончание | конец | завершение | устранено | восстановлено | восстановление
    (?:復旧 | 解消 | 終了 | 回復)(?:日時 | 時刻 | 時間)? | (?:恢复 | 解决 | 结束 | 恢復 | 解決 | 結束)(?:时间 | 時間) | (?:복구 | 종료 | 해결)\s?(?:시각 | 시간 | 일시)
  `}(?: \([A-Za-z/]{2,5}\))?)[*_|]{0,3}\s?[:：|]\s?[*_]{0,3}\s?(?=\S)`
    // A group within a phrase is closed up.
    .replaceAll(" | ", "|"),
  "iu",
);
const NOTHING_MORE = /^[\s*_|.)\]]{0,20}(?:\([^()]{0,80}\)[\s|.]{0,20})?(?:#.{0,200})?$/;
const LONGEST = 200;
const TELLS: ReadonlySet<string> = new Set(["text", "item", "front", "row"]);

interface Doc {
  lines: readonly Line[];
  sections: readonly Section[];
}

/**
 * Returns the end that a field outside the timeline states with its day and time, as an entry on that day. Empty if an
 * entry is at that time of day: then the field only repeats it.
 */
export function readStatedEnds({ lines, sections }: Doc, entries: readonly Entry[], context: readonly Line[]): Entry[] {
  if (entries.length < 2) return [];
  const free = new Set(context.map(({ number }) => number));
  const found: Entry[] = [];
  for (const [index, { number, role, content }] of lines.entries()) {
    if (!free.has(number) || !TELLS.has(role) || content.length > LONGEST || sections[index]?.elsewhere) continue;
    const label = END_FIELD.exec(content);
    const rest = content.slice(label?.[0].length ?? 0);
    const stamp = label ? readStamp(rest) : null;
    const day = stamp?.date?.kind === "day" && stamp.date.day.year !== null ? resolveDay(stamp.date.day, null) : null;
    if (!stamp?.clock || day === null || stamp.end || stamp.problem !== null) continue;
    if (!NOTHING_MORE.test(rest.slice(stamp.textStart)) || [...entries, ...found].some((one) => isAt(one, stamp)))
      continue;
    found.push({ ...makeEntry(number, "text", stamp, [(label?.[1] ?? "").trim()]), day, kind: "resolved" });
  }
  return found;
}

const isAt = ({ stamp: { clock, end } }: Entry, { clock: own }: Stamp): boolean =>
  [clock, end?.clock].some((one) => one?.hour === own?.hour && one?.minute === own?.minute);
