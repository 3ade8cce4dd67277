import { oneOf, opening } from "#lib/base/text/phrases.ts";
import { readZoneName } from "#lib/base/time/zone-names.ts";
import { plainText } from "./markdown.ts";
import { isTimed, readStamp } from "./stamp.ts";
import { matchZone, type ZoneToken } from "./zone-token.ts";

/** The columns of a timeline table by role, as indexes. */
export interface TableColumns {
  time: number | null;
  date: number | null;
  end: number | null;
  zone: number | null;
  actor: number | null;
  /** Text columns, the main one first. */
  text: number[];
  other: number[];
  timedRows: number;
  /** Returns the cell of a time as it is read: `0730` is `07:30` in a column of them. */
  clockOf(cell: string): string;
  zoneOf(cell: string): ZoneToken | null;
}

const TIME_HEADER = /\b(?:time|timestamp|when|datetime|start(?:ed)?|begin|at|utc|gmt|zeit|uhrzeit|hour)\b/i;
/**
 * Headings of columns with only times, even if few of their rows have one. Other columns can contain "Morning" or
 * "Fix".
 */
const TIMES_HEADER = /^(?:time|times|timestamp|when|uhrzeit|zeit)\b/i;
const FEW = 0.2;
/** The name of a time in any of the languages read, and nothing else. */
const TIME_NAME = new RegExp(
  String.raw`^${oneOf`
    (?:date|time|datetime|timestamp|date ?(?:and|&|\/) ?time|when|at|ts) | uhrzeit | zeit | zeitpunkt | zeitstempel | heure | horodatage | hora | horário | horario
    ora | orario | tijd | tijdstip | godzina | czas | tid | tidpunkt | tidspunkt | klokkeslett | klockslag | время | час | čas | idő | időpont | saat | zaman
    waktu | jam | pukul | thời gian | giờ | thời điểm | ώρα | aika | 時刻 | 時間 | 日時 | 时间 | 时刻 | 시각 | 시간 | 일시
  `}(?:\s?[(（][^()（）]{1,20}[)）])?$`,
  "iu",
);
export const isTimeHeader = (name: string): boolean => TIME_NAME.test(name.trim());
const END_HEADER = /^(?:end(?:ed)?|to|until|finish(?:ed)?|stop(?:ped)?)\b/i;
/** A duration, or an offset from something. */
const LENGTH_HEADER =
  /^(?:elapsed|duration|t\s?[+±]|t0|offset|delta|Δ|since|lag|took|length|time (?:since|elapsed|taken|to)|relative|downtime)/i;
const ACTOR_HEADER =
  /^(?:who|actors?|persons?|people|by|owners?|users?|authors?|responders?|by whom|engineer|reporter|involved)$/i;
const TEXT_HEADER = opening`
  events? | what(?: happened)? | descriptions? | details? | messages? | actions? | action taken | summary
  updates? | notes? | activity | activities | comments? | happening | occurrence | log | entry | ereignis
  beschreibung
`;
const NATIONAL_TEXT_HEADER = new RegExp(
  String.raw`^${oneOf`
    事件 | 事象 | 内容 | 出来事 | イベント | 説明 | 经过 | 经过说明 | 사건 | 내용 | événements? | évènements? | description | faits? | eventos? | descripción
    descrição | acontecimiento | acontecimento | ocorrência | evento | eventi | descrizione | gebeurtenis(?:sen)? | omschrijving | zdarzeni[ae] | opis
    событи[ея] | описание | händelse | beskrivning | hendelse | hændelse | vorfall | was(?: passierte| geschah)?
    действи[ея] | поді[яї] | опис | událost | popis | udalosť | esemény | leírás | olay | açıklama | sự kiện | mô tả | nội dung | kejadian | keterangan | tapahtuma | kuvaus
    eveniment | descriere | γεγονός | beschreibung | aktion | maßnahme | action | acción | ação | azione | actie | działanie | 操作 | 対応 | 対応内容 | 行动 | 조치 | 설명 | 이벤트 | 描述 | 说明 | 事象 | 状況
  `}(?!\p{L})`,
  "iu",
);
/** Headings of days as `D-1`, which elsewhere names a rack or a gate. */
const DAY_HEADER = /^(?:days?|dates?|tag|datum|jour|d[ií]a|data|dag|giorno|dzień|день|when|time|timestamp)?(?!\p{L})/iu;
/** "Event type" names a few classes, and not what happened. */
const CLASS_HEADER = /\b(?:types?|kinds?|category|categories|class|source|severity|id|level)$/i;
/** `1625`, which is a time next to a column of days. */
const COMPACT = /^([01]\d|2[0-3])([0-5]\d)$/;
/** `9.58`, `9h58min`, `9 giờ 58` in a column of times. */
const POINTED = /^([01]?\d|2[0-3])(?:\.|\s?[hH]\s?|\s?giờ\s?)([0-5]\d)(?:\s?(?:min|m|phút))?$/;
/** The value of a time with a colon: `09:58` for `09h58min`. Other texts are returned unchanged. */
export const clockOfValue = (value: string): string => value.replace(POINTED, "$1:$2");
/** A column of years isn't one of times. */
const YEAR = /^(?:19|20)\d\d$/;
const SAMPLE = 60;

/** Finds the columns of a table with times. Null when no column has them. */
export function findColumns(header: string[] | null, rows: string[][]): TableColumns | null {
  const sample = rows.slice(0, SAMPLE);
  const width = Math.min(40, Math.max(0, header?.length ?? 0, ...sample.map((row) => row.length)));
  const names = Array.from({ length: width }, (_, index) => plainText(header?.[index] ?? ""));
  const indexes = names.map((_, index) => index);
  const share = (index: number, test: (cell: string) => boolean) => {
    const cells = sample.map((row) => row[index] ?? "").filter((cell) => cell !== "");
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  const isDays = (index: number) =>
    share(index, isDateCell) >= 0.5 && (DAY_HEADER.test(names[index] ?? "") || share(index, isCountedDay) === 0);
  const hasDays = indexes.some(isDays);
  const isWritten = (index: number, form: RegExp) => share(index, (cell) => form.test(plainText(cell))) === 1;
  const isPointed = (index: number) => isTimeHeader(names[index] ?? "") && isWritten(index, POINTED);
  const isCompact = (index: number) =>
    isPointed(index) || (hasDays && TIME_HEADER.test(names[index] ?? "") && isWritten(index, COMPACT));
  const running = hasDays ? undefined : indexes.find((at) => TIME_HEADER.test(names[at] ?? "") && areRunning(rows, at));
  const isTimes = (index: number) => {
    const name = names[index] ?? "";
    const times = sample.filter((row) => isTimeCell(row[index] ?? "")).length;
    return share(index, isTimeCell) >= (TIMES_HEADER.test(name) && times > 1 ? FEW : 0.5);
  };
  const timed = indexes.filter(
    (index) =>
      (isTimes(index) || isCompact(index) || index === running) &&
      !END_HEADER.test(names[index] ?? "") &&
      !LENGTH_HEADER.test(names[index] ?? ""),
  );
  const time = timed.find((index) => TIME_HEADER.test(names[index] ?? "")) ?? timed[0] ?? null;
  const dated = indexes.find((index) => index !== time && isDays(index));
  const date = time !== null && columnHasDates(sample, time) ? null : (dated ?? null);
  if (time === null && date === null) return null;
  const taken = (index: number) => index === time || index === date;
  const pick = (test: (index: number) => boolean) => indexes.find((index) => !taken(index) && test(index)) ?? null;
  const end = pick((index) => END_HEADER.test(names[index] ?? "") && share(index, isTimeCell) >= 0.5);
  const zone = pick((index) => share(index, (cell) => cell.length < 40 && readZoneName(cell) !== null) >= 0.8);
  const actor = pick((index) => ACTOR_HEADER.test(names[index] ?? ""));
  const rest = indexes.filter((index) => !taken(index) && index !== end && index !== zone && index !== actor);
  const main = rest.find((index) => isTextHeader(names[index] ?? "")) ?? longest(rest, sample);
  const text = main === null ? [] : [main];
  const headerZone = zoneInHeader(names[time ?? date ?? 0] ?? "");
  return {
    time,
    date,
    end,
    zone,
    actor,
    text,
    other: rest.filter((index) => index !== main),
    timedRows:
      time === null
        ? 0
        : rows.filter((row) => isTimeCell(row[time] ?? "") || isCompact(time) || time === running).length,
    clockOf: (cell) => {
      if (time === running) return plainText(cell).replace(COMPACT, "$1:$2");
      return time !== null && isPointed(time) ? clockOfValue(plainText(cell)) : cell;
    },
    zoneOf: (cell) => zoneInCell(cell) ?? headerZone,
  };
}

const LEAST_RUNNING = 3;

/** Returns whether a column counts as `0730`, `0740`, `1230`: all cells are such times, and they pass midnight once at most. */
function areRunning(rows: string[][], index: number): boolean {
  const cells = rows.map((row) => plainText(row[index] ?? "")).filter((cell) => cell !== "");
  const falls = cells.filter((cell, at) => cell < (cells[at - 1] ?? "")).length;
  const areClocks = cells.every((cell) => COMPACT.test(cell)) && !cells.every((cell) => YEAR.test(cell));
  return cells.length >= LEAST_RUNNING && falls <= 1 && areClocks;
}

/** Returns whether a column with this name tells what happened. */
export const isTextHeader = (name: string): boolean =>
  (TEXT_HEADER.test(name) && !CLASS_HEADER.test(name)) || NATIONAL_TEXT_HEADER.test(name);

function isTimeCell(cell: string): boolean {
  const stamp = readStamp(cell);
  return stamp !== null && isTimed(stamp) && cell.length - stamp.textStart < 40;
}

function isDateCell(cell: string): boolean {
  const text = plainText(cell);
  const stamp = readStamp(text);
  return stamp !== null && !isTimed(stamp) && text.length - stamp.textStart < 30;
}

const isCountedDay = (cell: string): boolean => readStamp(plainText(cell))?.dayWord?.kind === "of_incident";

function columnHasDates(sample: string[][], index: number): boolean {
  const stamps = sample.map((row) => readStamp(row[index] ?? "")).filter((stamp) => stamp !== null);
  return stamps.filter((stamp) => stamp.date !== null).length * 2 > stamps.length;
}

function longest(indexes: number[], sample: string[][]): number | null {
  const lengths = indexes.map((index) => sample.reduce((sum, row) => sum + (row[index] ?? "").length, 0));
  const most = Math.max(0, ...lengths);
  return most === 0 ? null : (indexes[lengths.indexOf(most)] ?? null);
}

/** "Time (UTC)" or "UTC". */
export function zoneInHeader(name: string): ZoneToken | null {
  for (const match of name.matchAll(/(?:^|[\s([（/,-])(?=[\p{L}+])/giu)) {
    const zone = matchZone(name, match.index + match[0].length);
    if (zone) return zone.token;
  }
  return null;
}

function zoneInCell(cell: string): ZoneToken | null {
  const zone = cell === "" ? null : readZoneName(cell);
  return zone ? { ...zone, written: cell } : null;
}
