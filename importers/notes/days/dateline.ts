import { orderedDay, type SlashOrder } from "#importers/lex/day-number.ts";
import type { FoundDate } from "#importers/lex/find-dates.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";

/** The author of the next lines: "Kim Sol@", "Kim wrote on". */
const POSTER = /^(?:\S{1,30}\s){0,3}\S{1,30}(?:\s?@|\s(?:wrote|posted|said|commented)(?:\s(?:on|at))?)\s?(?=\d|[A-Z])/;
/** Words of a page before the time of its last change. */
const CHANGED = oneOf`
  (?:last )?(?:updated|modified|edited|changed)(?: on| at)? | update | (?:zuletzt )?aktualisiert(?: am| um)? | aktualisierung
  (?:mis|mise) à jour(?: le| à)? | actualisée?(?: le| à)? | modifié(?: le| à)? | (?:última )?actualiza(?:do|ción)(?: el| a las)?
  (?:última )?atualiza(?:do|ção)(?: em| às)? | (?:ultimo )?aggiorna(?:to|mento)(?: il| alle)? | bijgewerkt(?: op| om)? | laatste update
  (?:ostatnia )?aktualizacja | zaktualizowano | aktualizováno | uppdaterad | oppdatert | opdateret | обновлено | изменено
  更新(?:日時)? | 最終更新 | 최종\s?수정 | 수정
`;
const MARKS = String.raw`[\s,;:|/•·–—()-]`;
const BEHIND = new RegExp(String.raw`^${MARKS}{0,6}${CHANGED}${MARKS}{0,4}(?=\d|\p{L})`, "iu");
const ALONE = new RegExp(String.raw`^${CHANGED}${MARKS}{1,4}(?=\d|\p{L})`, "iu");
const LONGEST = 100;
const LONGEST_STAMP = 60;

/** Whether the text behind a stamp is only the time of a page's last change: "04/08/2014 13h05 - Atualizado em 13h17". */
export function isTimeOfChange(text: string): boolean {
  const lead = text.length <= LONGEST ? BEHIND.exec(text) : null;
  return lead !== null && isWhole(text.slice(lead[0].length));
}

/** A day and time alone on a line, or after the author's name: when the text was written or changed. */
export function isDateline(written: string): boolean {
  const content = written.replaceAll("**", "");
  const changed = content.length <= LONGEST ? ALONE.exec(content) : null;
  return writtenAt(content) !== null || (changed !== null && isWhole(content.slice(changed[0].length)));
}

const MOST_ABOVE = 8;

/** The day of the only dateline above a text: when it was written. */
export function dayOfDateline(texts: readonly string[], order: SlashOrder): FoundDate["day"] | null {
  const head = texts.filter((text) => text.trim() !== "").slice(0, MOST_ABOVE);
  const all = texts.flatMap((text) => writtenAt(text) ?? []);
  const [only] = head.flatMap((text) => writtenAt(text) ?? []);
  const day = all.length === 1 && only?.date ? orderedDay(only.date, order, null) : null;
  return day?.year == null ? null : day;
}

function writtenAt(content: string): Stamp | null {
  const line = content.length <= LONGEST ? content.replace(POSTER, "") : "";
  const stamp = line === "" ? null : readStamp(line);
  if (!stamp?.date || stamp.clock === null) return null;
  const rest = line.slice(stamp.textStart);
  return (rest === "" && line.length <= LONGEST_STAMP) || isTimeOfChange(rest) ? stamp : null;
}

function isWhole(text: string): boolean {
  const stamp = readStamp(text);
  return (
    stamp !== null && (stamp.clock !== null || stamp.date !== null) && /^[\s).]*$/.test(text.slice(stamp.textStart))
  );
}
