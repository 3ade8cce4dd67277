import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const read = (body: string) => times(`# Checkout outage, 18 March 2026\n\n## Timeline\n\n${body}\n`);
const BOTH = ["03-18 09:58", "03-18 12:44"];

describe("events told by fields", () => {
  it.each([
    ["bold names", "**Time**: 09:58  \n**Event**: Queue grows\n\n**Time**: 12:44  \n**Event**: Workers restarted"],
    [
      "colons in bold",
      "**Time:** 09:58\n**What happened:** Queue grows\n\n**Time:** 12:44\n**What happened:** Restarted",
    ],
    ["one line", "**Time:** 09:58 **Event:** Queue grows\n\n**Time:** 12:44 **Event:** Workers restarted"],
    ["bars", "Time: 09:58 | Event: Queue grows\n\nTime: 12:44 | Event: Workers restarted"],
    ["items", "- Time: 09:58\n  Event: Queue grows\n- Time: 12:44\n  Event: Workers restarted"],
    ["an item each", "- **Time:** 09:58\n- **Event:** Queue grows\n\n- **Time:** 12:44\n- **Event:** Restarted"],
    [
      "a day and a time",
      "- Date: 2026-03-18\n  Time: 09:58\n  Event: Grows\n- Date: 2026-03-18\n  Time: 12:44\n  Event: Ends",
    ],
    [
      "the text first",
      "- Event: Queue grows\n  Time: 09:58\n  Who: Ada\n- Event: Restarted\n  Time: 12:44\n  Who: Ada",
    ],
    ["YAML in code", '```yaml\n- time: "09:58"\n  event: "Queue grows"\n- time: "12:44"\n  event: "Restarted"\n```'],
    [
      "YAML with a key",
      "```yaml\ntimeline:\n  - time: 09:58  # UTC\n    description: Grows\n  - time: 12:44\n    description: Ends\n```",
    ],
    ["German", "- Uhrzeit: 09:58\n  Ereignis: Warteschlange wächst\n- Uhrzeit: 12:44\n  Ereignis: Neu gestartet"],
    ["Spanish", "**Hora:** 09:58\n**Descripción:** Crece la cola\n\n**Hora:** 12:44\n**Descripción:** Reinicio"],
    ["Japanese", "- 時刻：09:58\n  内容：キューが増える\n- 時刻：12:44\n  内容：再起動した"],
    ["Korean", "- 시각: 09:58\n  내용: 대기열 증가\n- 시각: 12:44\n  내용: 재시작"],
    ["Turkish", "- Saat: 09:58\n  Olay: Kuyruk büyüyor\n- Saat: 12:44\n  Olay: Yeniden başlatıldı"],
  ])("are read with %s", (_, body) => {
    expect(read(body)).toEqual(BOTH);
  });

  it("keep their other fields in the details", () => {
    expect(read("- Time: 09:58\n  Event: Grows\n  Who: Ada\n- Time: 12:44\n  Event: Ends\n  Who: Ben")).toEqual(BOTH);
  });

  it.each([
    ["one record is a head", "**Time**: 09:58\n**Summary**: Queue grows"],
    [
      "code elsewhere is an example",
      '## Setup\n\n```yaml\n- time: "09:58"\n  event: "Queue grows"\n- time: "12:44"\n  event: "Restarted"\n```',
    ],
    [
      "other lines are in the code",
      '```yaml\ncron:\n- time: "09:58"\n  event: "Queue grows"\n- time: "12:44"\n  event: "Restarted"\nretries = 3\n```',
    ],
    [
      "a time isn't alone",
      "**Time**: 09:58 of 12:00 h\n**Event**: Queue grows\n\n**Time**: every 12:44\n**Event**: Ends",
    ],
  ])("aren't read if %s", (_, body) => {
    const text = `# Checkout outage, 18 March 2026\n\n## Timeline\n\n${body}\n`;
    const { events } = parseSource(textInput(text, "notes.md"), { zone: "UTC" });
    expect(events.map(({ title }) => title)).not.toContain("Queue grows");
  });
});

describe("a table with its times in one row", () => {
  it.each([
    ["the first", "| Time | 09:58 | 12:44 |\n|---|---|---|\n| Event | Queue grows | Workers restarted |"],
    ["the last", "| | Queue grows | Workers restarted |\n|---|---|---|\n| Time (UTC) | 09:58 | 12:44 |"],
    ["the second of three", "| Step | Grows | Restart |\n|---|---|---|\n| Time | 09:58 | 12:44 |\n| Who | Ada | Ben |"],
    ["German", "| Uhrzeit | 09:58 | 12:44 |\n|---|---|---|\n| Ereignis | Warteschlange wächst | Neustart |"],
    ["with days", "| Time | 2026-03-18 09:58 | 2026-03-18 12:44 |\n|---|---|---|\n| Event | Grows | Restarted |"],
  ])("is read: %s", (_, body) => {
    expect(read(body)).toEqual(BOTH);
  });

  it("isn't turned if its times are in a column", () => {
    expect(read("| Time | Event |\n|---|---|\n| 09:58 | Queue grows |\n| 12:44 | Restarted |")).toEqual(BOTH);
  });
});
