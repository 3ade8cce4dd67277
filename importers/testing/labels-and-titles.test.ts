import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const TITLE = "# Checkout outage, 18 March 2026";
const titles = (text: string): string[] =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(({ title }) => title);
const BOTH = ["03-18 09:58", "03-18 12:44"];

describe("a label with a colon of its own", () => {
  it.each([
    "- **Alert: queue is full:** 09:58\n- **Fix: workers restarted:** 12:44",
    "- **Alert: queue is full**: 09:58\n- **Fix: workers restarted**: 12:44",
    "- **Alert: queue is full** (09:58): seen by Ada\n- **Fix: restarted** (12:44): done",
    "- **队列已满** (上午9点58分)：告警\n- **已重启** (下午12点44分)：完成",
    "- **キューが満杯**（午前9時58分）\n- **再起動**（午後0時44分）",
    "- **Queue is full:** 09:58\n- **Fix: workers restarted:** 12:44",
  ])("is next to its time: %s", (list) => {
    expect(times(`${TITLE}\n\n## Timeline\n\n${list}\n`)).toEqual(BOTH);
  });
});

describe("a time alone above a paragraph", () => {
  it.each([
    "**09:58**\n\nQueue is full.\n\n**12:44**\n\nWorkers restarted.",
    "09:58\n\nQueue is full.\n\n12:44\n\nWorkers restarted.",
  ])("is that of the paragraph in any part: %s", (body) => {
    const text = `${TITLE}\n\n**What happened**\n\nIt began small.\n\n${body}\n\n**Root cause**\n\nA full queue.\n`;
    expect(times(text)).toEqual(BOTH);
    expect(titles(text)).toEqual(["Queue is full.", "Workers restarted."]);
  });
});

describe("a heading that ends in a time with its half of the day", () => {
  it.each([
    "### 대기열이 가득 참 – 오전 9시 58분\n\n확인.\n\n### 재시작 – 오후 12시 44분\n\n완료.",
    "### 队列已满（上午9:58）\n\n告警。\n\n### 已重启（下午12:44）\n\n完成。",
    "### キューが満杯 – 午前9時58分\n\n確認。\n\n### 再起動 – 午後0時44分\n\n完了。",
  ])("is read with it: %s", (body) => {
    expect(times(`${TITLE}\n\n${body}\n`)).toEqual(BOTH);
  });
});

describe("a heading with its number", () => {
  it.each([
    "### 1. 09:58 – Queue is full\n\nSeen.\n\n### 2. 12:44 – Workers restarted\n\nDone.",
    "### 1) 09:58: Queue is full\n\nSeen.\n\n### 2) 12:44: Workers restarted\n\nDone.",
    "### 1. **09:58** Queue is full\n\nSeen.\n\n### 2. **12:44** Workers restarted\n\nDone.",
  ])("starts with its time: %s", (body) => {
    expect(times(`${TITLE}\n\n## Timeline\n\n${body}\n`)).toEqual(BOTH);
  });
});

describe("a word with its first letter like a sign of hours", () => {
  it.each(["Hàng đợi trống", "Hết lỗi", "Hôtel fermé", "Hötorget"])("keeps it: %s", (words) => {
    expect(titles(`${TITLE}\n\n## Timeline\n\n- 09:58 ${words}\n- 12:44 ${words}\n`)).toEqual([words, words]);
  });
});

describe("a part with its name in another language", () => {
  it.each(["Причина", "Ursache", "Príčina", "Nguyên nhân", "Penyebab", "原因", "根本原因", "원인", "Oorzaak", "Årsak"])(
    "ends the timeline: %s",
    (name) => {
      const list = "- Alarm: queue full (09:58)\n- Workers restarted (12:44)";
      expect(times(`${TITLE}\n\nTimeline:\n\n${list}\n\n${name}:\n\nA full queue.\n`)).toEqual(BOTH);
    },
  );
});

describe("a day of the week in a post", () => {
  const post = (words: string) =>
    `Network outage\n\nResolved\n${words}\nPosted Feb 14, 2022 - 16:42 UTC\n\nInvestigating\nWe are looking into it.\nPosted Feb 11, 2022 - 09:47 UTC\n`;
  it.each([
    ["The fibre was cut at around 04:40 on Friday morning.", "02-11 04:40"],
    ["On Saturday afternoon at 12:52 the fibre was repaired.", "02-12 12:52"],
    ["It failed at 23:10 on Sunday night.", "02-13 23:10"],
    ["It failed on Tuesday morning at 10:00.", "02-08 10:00"],
  ])("is the last one before it: %s", (words, time) => {
    expect(times(post(words))).toContain(time);
  });

  it.each([
    "It failed at 10:00 on Friday or Saturday.",
    "It failed at 10:00 on Friday.",
    "It failed at 10:00 on Friday morning or Saturday.",
    "The work will start at 10:00 on Friday.",
    "The next window is on Friday morning at 10:00.",
    "It failed at 10:00 on Friday morning or Saturday morning.",
  ])("isn't taken if it leaves a doubt: %s", (words) => {
    expect(times(post(words)).filter((time) => time.includes("10:00"))).toEqual([]);
  });
});

describe("a post of several paragraphs below its state", () => {
  const page = (story: string) =>
    `Resolved [15/02/2022 23:09]\n\nIssue resolved.\n\nUpdate [14/02/2022 16:42]\n\nReason for outage\n\n${story}\n\nIdentified [11/02/2022 09:47]\n\nWe have an outage.\n`;
  const POSTS = ["02-15 23:09", "02-14 16:42", "02-11 09:47"];
  it.each([
    [
      "A fibre failed at around 04:40 on Friday morning.\n\nIt was repaired by 12:52 on Saturday afternoon.",
      ["02-11 04:40", "02-12 12:52"],
    ],
    ["A fibre failed at 10:15.\n\nIt was repaired at 12:52.", ["02-14 10:15", "02-14 12:52"]],
    ["A fibre failed on 12 February 2022 at 10:15.\n\nWe are sorry.", ["02-12 10:15"]],
  ])("has the times of all of them: %s", (story, told) => {
    expect(times(page(story)).sort()).toEqual([...POSTS, ...told].sort());
  });
});

describe("what was only to happen", () => {
  it.each([
    "Det pågick ett planerat arbete som skulle ske mellan 07:00 – 13:00.",
    "Arbetet skulle utföras klockan 07:00.",
    "Arbeidet skulle skje klokken 07:00.",
  ])("is none of the times: %s", (sentence) => {
    expect(times(`Driftstörning den 18 mars 2026\n\nStrax efter 08:00 föll servern. ${sentence}\n`)).toEqual([
      "03-18 08:00",
    ]);
  });
});
