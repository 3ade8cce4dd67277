import { type Clock, matchClock } from "./clock.ts";
import { type DateMatch, matchDate } from "./dates.ts";
import { matchZone, type ZoneToken } from "./zone-token.ts";

const OPENERS = /(?:[\s*_`([<"“>]|\p{Extended_Pictographic}|\uFE0F|\u200D|~~|\[[ xX]\]\s|:[a-z_]{2,30}:\s){0,12}/uy;
/** Words that stand before a time in logs and on status pages and say nothing. */
const LABEL = /(?:(?:time|ts|timestamp)=["']?|(?:posted|updated)\s(?:[\w\s]{1,24}\sago[.,]?\s)?(?:on\s)?)/iy;
const PROSE = /(?:at|on|from|by|between|since|starting(?:\s(?:at|from))?|beginning(?:\s(?:at|from))?)\s+/iy;
const APPROX =
  /(?:[~≈∼±]|c\.|ca\.?\s|circa\s|around\s|about\s|approx(?:\.|imately)?\s?|roughly\s|(?:shortly|just|some\s?time)\s(?:after|before|around)\s|before\s|after\s|early\s|late\s|est\.?\s|maybe\s)\s*/iy;
const JOIN =
  /[\s\u00a0,;*_`([<"“)\]]{0,8}(?:[-–—@:|]{1,2}\s)?[\s*_`([]{0,4}(?:(?:at|on)\s)?(?:[~≈∼]|(?:about|around|approx\.?|approximately|roughly|circa)\s)?/iy;
const RANGE =
  /[\s*_`)\]]{0,6}(?:-->?|->|[-–—→]|to\b|until\b|till?\b|through\b|and\b)[\s*_`([]{0,6}(?:[~≈∼]|(?:about|around|approx\.?|approximately|roughly)\s)?/iy;
const WEEKDAY = /(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b\.?/iy;
const NEXT_DAY = /(?:the\s)?(?:next|following)\s(?:day|morning)\b|\+\s?1\s?d(?:ay)?\b/iy;
const NTH_DAY = /day\s?(\d{1,2})(?![\w:])/iy;
const RELATIVE =
  /T\s?([+-])\s?(?:(\d{1,4}):(\d{2})(?::(\d{2}))?|(?:(\d{1,3})\s?h(?:ours?|rs?)?)?\s?(?:(\d{1,5})\s?(?:m(?:in(?:ute)?s?)?)?)?\s?(?:(\d{1,5})\s?s(?:ec(?:ond)?s?)?)?)(?![\w:])/y;
const CLOSERS = /(?:[*_`\])}>"”]|~~){0,8}/y;
const SUFFIX =
  /\s?(?:local\stime\b|local\b|(?:onwards?|ff)\b\.?|ish\b|\(?(?:approx(?:\.|imately)?|estimated|est\.)\)?|\?(?=[\s):]|$))/iy;
const PLUS_MINUS = /\s?\(?(?:±|\+\/?-)\s?(\d{1,4})\s?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?|rs?)?)\b\)?/iy;
const SEPARATOR = /\s*(?:[:;,|→]|-{1,3}>?|–|—|=>|\.(?=\s|$))(?=$|[^\d])/y;

/** One pass over the start of a text, atom by atom. Every step moves forward and every pattern is bounded. */
export class Scan {
  readonly text: string;
  date: DateMatch | null = null;
  clock: Clock | null = null;
  zone: ZoneToken | null = null;
  end: { date: DateMatch | null; clock: Clock | null } | null = null;
  weekday: number | null = null;
  dayWord: { kind: "next" } | { kind: "nth"; day: number } | null = null;
  approx = false;
  uncertaintySeconds: number | null = null;
  relativeSeconds: number | null = null;
  prose = false;
  problem: { kind: "impossible"; reason: string } | { kind: "placeholder" } | { kind: "unknown_hour" } | null = null;
  private pos = 0;
  private lastEnd = 0;
  private firstStart = 0;
  private isoTime = false;
  private endZoneRead = false;

  constructor(text: string) {
    this.text = text;
  }

  readLead(): void {
    this.pos = this.length(OPENERS, 0);
    this.pos += this.length(LABEL, this.pos);
    for (let turn = 0; turn < 3; turn += 1) {
      const prose = this.length(PROSE, this.pos);
      const approx = this.length(APPROX, this.pos + prose);
      if (prose + approx === 0) break;
      this.prose ||= prose > 0;
      this.approx ||= approx > 0;
      this.pos += prose + approx;
    }
    this.pos += this.length(OPENERS, this.pos);
    this.firstStart = this.pos;
    this.lastEnd = this.pos;
  }

  /** Reads one more atom (weekday, date, time, zone, end of a range); false when the words begin. */
  readNext(): boolean {
    if (this.lastEnd === this.firstStart) return this.readAtom(this.firstStart, "");
    if (this.readRange()) return true;
    if (this.clock && !this.zone && this.readZone(this.lastEnd)) return true;
    if (this.end?.clock && !this.endZoneRead && this.readEndZone()) return true;
    const iso =
      this.date !== null && this.clock === null && /^[T_]\d/.test(this.text.slice(this.lastEnd, this.lastEnd + 2));
    if (iso) {
      this.isoTime = true;
      return this.readAtom(this.lastEnd + 1, "");
    }
    const join = this.length(JOIN, this.lastEnd);
    const joiner = this.text.slice(this.lastEnd, this.lastEnd + join);
    if (!this.readAtom(this.lastEnd + join, joiner)) return false;
    if (/[~≈∼]|about|around|approx|roughly|circa/i.test(joiner)) this.approx = true;
    return true;
  }

  found(): boolean {
    const timed = this.date ?? this.clock ?? this.problem ?? this.dayWord ?? this.relativeSeconds;
    return timed !== null || (this.weekday !== null && this.restIsEmpty());
  }

  /** What may follow a stamp and still belongs to it: "onwards", "ish", "± 5 min", closing brackets. */
  readTail(): void {
    for (let turn = 0; turn < 3; turn += 1) {
      const closers = this.length(CLOSERS, this.lastEnd);
      const plusMinus = this.match(PLUS_MINUS, this.lastEnd + closers);
      const suffix = this.match(SUFFIX, this.lastEnd + closers);
      if (plusMinus && this.clock) {
        const unit = { s: 1, m: 60, h: 3600 }[(plusMinus[2] ?? "m").charAt(0).toLowerCase()] ?? 60;
        this.uncertaintySeconds = Number(plusMinus[1]) * unit;
        this.approx = true;
        this.lastEnd += closers + plusMinus[0].length;
      } else if (suffix && this.clock) {
        this.approx ||= /ish|appr|est|\?/i.test(suffix[0]);
        this.lastEnd += closers + suffix[0].length;
      } else {
        this.lastEnd += closers;
        return;
      }
    }
  }

  stated(): string {
    const text = this.text
      .slice(0, this.lastEnd)
      .replace(/^[\s*_`([<"“>]+|[\s*_`\])>"”]+$/g, "")
      .trim();
    return text.includes("(") && !text.includes(")") ? `${text})` : text;
  }

  openEmphasis(): string {
    const before = this.text.slice(0, this.firstStart);
    const inside = this.text.slice(this.firstStart, this.lastEnd);
    return ["**", "__", "~~", "*", "_"].find((mark) => before.includes(mark) && !inside.includes(mark)) ?? "";
  }

  skipSeparators(): number {
    let pos = this.lastEnd;
    for (let turn = 0; turn < 3; turn += 1) {
      const length = this.length(SEPARATOR, pos);
      if (length === 0) break;
      pos += length;
      if (turn === 0) pos += this.length(/(?:\*\*|__)(?=\s)/y, pos);
    }
    return pos + this.length(/\s{0,40}/y, pos);
  }

  private restIsEmpty(): boolean {
    return /^[\s*_`\])>:]*$/.test(this.text.slice(this.lastEnd));
  }

  private match(pattern: RegExp, pos: number): RegExpExecArray | null {
    pattern.lastIndex = pos;
    return pattern.exec(this.text);
  }

  private length(pattern: RegExp, pos: number): number {
    return this.match(pattern, pos)?.[0].length ?? 0;
  }

  private readRange(): boolean {
    const startKnown = this.clock !== null || (this.date !== null && this.problem === null);
    if (!startKnown || this.end) return false;
    const gap = this.match(RANGE, this.lastEnd);
    if (!gap || (/and/i.test(gap[0]) && !this.prose)) return false;
    const after = this.lastEnd + gap[0].length;
    const offsetLike = /^-\d{2}:?\d{2}(?![\w:])/.test(this.text.slice(this.lastEnd, this.lastEnd + 7));
    if (offsetLike && (this.isoTime || (this.clock !== null && this.clock.second !== null))) return false;
    if (/^\s-\d{4}(?!\d)/.test(this.text.slice(this.lastEnd, this.lastEnd + 7))) return false;
    const date = this.startsDate(after) ? matchDate(this.text, after) : null;
    const joined = date ? date.end + this.length(JOIN, date.end) : after;
    const clock = this.clock ? matchClock(this.text, joined) : null;
    if (clock?.kind === "clock") return this.setEnd(date, clock.clock, clock.end);
    if (date && this.clock === null) return this.setEnd(date, null, date.end);
    return false;
  }

  private setEnd(date: DateMatch | null, clock: Clock | null, end: number): true {
    this.end = { date, clock };
    if (clock?.meridiem && this.clock && this.clock.meridiem === null && !this.clock.is24) {
      const hour = (this.clock.hour % 12) + (clock.meridiem === "pm" ? 12 : 0);
      if (hour <= clock.hour) this.clock = { ...this.clock, hour, meridiem: clock.meridiem };
    }
    this.lastEnd = end;
    return true;
  }

  private readZone(from: number): boolean {
    const gap = this.length(/[\s\u00a0,]{0,3}[([]?\s?/y, from);
    const match = matchZone(this.text, from + gap);
    if (!match) return false;
    this.zone = match.token;
    this.lastEnd = match.end;
    return true;
  }

  /** "22:30 UTC to 05:39 UTC": the zone after the end says the same again. */
  private readEndZone(): boolean {
    this.endZoneRead = true;
    const before = this.zone;
    if (!this.readZone(this.lastEnd)) return false;
    this.zone = before ?? this.zone;
    return true;
  }

  private startsDate(pos: number): boolean {
    return /[\dA-Za-z]/.test(this.text.charAt(pos));
  }

  private readAtom(pos: number, joiner: string): boolean {
    if (pos >= this.text.length) return false;
    const weekday = this.weekday === null && this.date === null ? this.match(WEEKDAY, pos) : null;
    if (weekday) {
      this.weekday = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].indexOf((weekday[1] ?? "").toLowerCase());
      return this.advance(pos + weekday[0].length);
    }
    return this.readDate(pos, joiner) || this.readClock(pos) || this.readRelative(pos);
  }

  private readDate(pos: number, joiner: string): boolean {
    const free = this.end ? this.end.date === null && this.end.clock !== null : this.date === null;
    const found = free && this.startsDate(pos) ? matchDate(this.text, pos) : null;
    if (found) {
      const year = found.kind === "day" ? found.day.year : found.kind === "slashed" ? found.year : null;
      if (this.clock !== null && year === null && !/[(,]|on/i.test(joiner)) return false;
      if (this.end) this.end = { ...this.end, date: found };
      else this.date = found;
      if (found.kind === "impossible" && !this.problem) this.problem = { kind: "impossible", reason: found.reason };
      return this.advance(found.end);
    }
    if (this.dayWord !== null || this.date !== null) return false;
    const next = this.match(NEXT_DAY, pos);
    const nth = next ? null : this.match(NTH_DAY, pos);
    if (next) this.dayWord = { kind: "next" };
    else if (nth) this.dayWord = { kind: "nth", day: Number(nth[1]) };
    else return false;
    return this.advance(pos + (next ?? nth ?? [""])[0].length);
  }

  private readClock(pos: number): boolean {
    if (this.clock !== null || this.problem !== null) return false;
    const found = matchClock(this.text, pos);
    if (!found) return false;
    if (found.kind === "clock") this.clock = found.clock;
    else
      this.problem = found.kind === "impossible" ? { kind: "impossible", reason: found.reason } : { kind: found.kind };
    return this.advance(found.end);
  }

  private readRelative(pos: number): boolean {
    if (this.clock !== null || this.relativeSeconds !== null) return false;
    const found = this.match(RELATIVE, pos);
    if (!found) return false;
    const [whole, sign, first, second, third, hours, minutes, seconds] = found;
    if (!/\d/.test(whole)) return false;
    // "T+1:30" is hours and minutes, as on a clock.
    const total = first
      ? Number(first) * 3600 + Number(second) * 60 + Number(third ?? 0)
      : Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    this.relativeSeconds = sign === "-" ? -total : total;
    return this.advance(pos + whole.length);
  }

  private advance(end: number): true {
    this.lastEnd = end;
    return true;
  }
}
