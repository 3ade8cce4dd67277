export interface EntryLines {
  count: number;
  /** The line of the next entry with that UID; 0 where there is none. */
  take(uid: string): number;
  /** The lines of entries that nobody took. */
  rest(): number[];
}

/** Where the entries of a calendar begin, by their UID. */
export function entryLines(text: string): EntryLines {
  const byUid = new Map<string, number[]>();
  let begun = 0;
  let uid = "";
  let count = 0;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) {
      begun = index + 1;
      uid = "";
      count += 1;
    } else if (begun > 0 && /^UID[:;]/i.test(line)) uid = line.slice(line.indexOf(":") + 1).trim();
    else if (begun > 0 && /^END:VEVENT\s*$/i.test(line)) {
      byUid.set(uid, [...(byUid.get(uid) ?? []), begun]);
      begun = 0;
    }
  }
  return {
    count,
    take: (wanted) => byUid.get(wanted)?.shift() ?? 0,
    rest: () => [...byUid].filter(([key]) => key !== "").flatMap(([, lines]) => lines),
  };
}
