import { KindReader } from "../../../kinds/kind-reader.ts";
import type { SuggestibleEvent } from "../statements/told-event.ts";
import { suggestMilestones } from "../suggest-milestones.ts";

const LINE = /^(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d|--:--) (.*?)(?: \/\/ (.*))?$/;
const DAY = "2025-06-10";

/**
 * Returns events for lines such as `HH:MM title // body`, with an optional day before the time. `--:--` gives only the
 * day.
 */
export function eventsOf(lines: readonly string[]): SuggestibleEvent[] {
  const kinds = new KindReader();
  return lines.map((line, place) => {
    const [, day = DAY, time = "", title = "", body = ""] = line.match(LINE) ?? [];
    const isDay = time === "--:--";
    return {
      id: `${place}`,
      at: `${day}T${isDay ? "00:00" : time}:00Z`,
      precision: isDay ? "day" : "minute",
      kind: kinds.next(title, body),
      ...{ title, body },
    };
  });
}

/**
 * Returns the suggestions for such lines: the name of each milestone with its time, and the day if it isn't the default
 * one.
 */
export const timesOf = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    suggestMilestones(eventsOf(lines), {}).map(({ name, at }) => [
      name,
      at.startsWith(DAY) ? at.slice(11, 16) : `${at.slice(0, 10)} ${at.slice(11, 16)}`,
    ]),
  );
