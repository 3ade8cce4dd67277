import { percentAt } from "./lane-words.ts";

const HOUR_MS = 3_600_000;
const STEP_HOURS = 6;

/** Hours that divide by six, in the reader's zone, between two instants: what stands above the lanes. */
export function axisHours(from: string, to: string): { at: string; label: string; percent: number }[] {
  const marks: { at: string; label: string; percent: number }[] = [];
  const end = Date.parse(to);
  for (let ms = Math.ceil(Date.parse(from) / HOUR_MS) * HOUR_MS; ms < end; ms += HOUR_MS) {
    const date = new Date(ms);
    if (date.getHours() % STEP_HOURS !== 0) continue;
    const at = date.toISOString();
    const percent = percentAt(at, from, to);
    if (percent < 3 || percent > 94) continue;
    marks.push({ at, label: `${String(date.getHours()).padStart(2, "0")}:00`, percent });
  }
  return marks;
}
