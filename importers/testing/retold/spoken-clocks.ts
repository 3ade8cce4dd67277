/** Writes a minute of the day as sentences do. */
type Spoken = (hour: number, minute: number) => string;

const two = (value: number): string => String(value).padStart(2, "0");
const colon: Spoken = (hour, minute) => `${two(hour)}:${two(minute)}`;
const wide: Spoken = (hour, minute) => `${two(hour)}：${two(minute)}`;
const short: Spoken = (hour, minute) => `${hour}:${two(minute)}`;
const half = (am: string, pm: string) => (hour: number) => (hour < 12 ? am : pm);
const signed =
  (sign: string, behind = ""): Spoken =>
  (hour, minute) =>
    `${two(hour)}${sign}${two(minute)}${behind}`;
const twelve =
  (am: string, pm: string): Spoken =>
  (hour, minute) =>
    `${hour % 12 || 12}:${two(minute)}${half(am, pm)(hour)}`;
const eastern =
  (of: string, hours: (hour: number) => string): Spoken =>
  (hour, minute) =>
    `${hours(hour)}${of}${two(minute)}分`;
const inHalf = (am: string, pm: string) => (hour: number) => `${half(am, pm)(hour)}${hour % 12 || 12}`;

/** The clocks of each language, the plain one first. */
export const SPOKEN_CLOCKS: Record<string, readonly Spoken[]> = {
  English: [
    colon,
    twelve(" AM", " PM"),
    twelve("am", "pm"),
    twelve(" a.m.", " p.m."),
    signed(":", " UTC"),
    signed(":", "Z"),
  ],
  German: [signed(":", " Uhr"), signed(".", " Uhr"), colon, signed(":", "h"), signed(":", " Uhr UTC")],
  French: [colon, signed("h"), (hour, minute) => `${hour} h ${two(minute)}`, signed("H"), signed(":", " UTC")],
  Spanish: [colon, signed(":", " h"), signed(".", " h"), signed(":", " horas"), signed("h"), signed(":", " hs")],
  Portuguese: [
    colon,
    signed("h"),
    (hour, minute) => `${hour}h${two(minute)}`,
    signed("h", "min"),
    signed(":", " horas"),
  ],
  Polish: [colon, short],
  Chinese: [
    ...[colon, wide, short, eastern("时", String), eastern("点", String), eastern("点", inHalf("上午", "下午"))],
    (hour, minute) => `${half("上午 ", "下午 ")(hour)}${hour % 12 || 12}:${two(minute)}`,
  ],
  Japanese: [colon, wide, short, eastern("時", String), eastern("時", inHalf("午前", "午後"))],
};
