import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const open = (told: string) =>
  parseSource(
    textInput(
      `# Outage of 2024-03-05\n\n## Timeline\n\n- 10:05 the API fails\n- 10:30 the API is back\n\n## Cause\n\n${told}\n`,
      "a.md",
    ),
    {},
  ).events.map(({ at }) => at?.slice(11, 16) ?? "?");

describe("a time zone of the code that failed", () => {
  it.each([
    "Time zone conversion (JST to UTC) subtracted nine hours.",
    "The timezone conversion from CET to UTC was wrong.",
    "A timezone bug (UTC instead of CET) hit the scheduler.",
    "### Time zone handling (UTC and CET)",
    "タイムゾーン変換（JSTからUTCへ）の方法が不適切であった。",
    "タイムゾーンを日本標準時（JST）から協定世界時（UTC）に変換する際に誤った。",
    "時刻をUTCからJSTへ変換する処理が失敗した。",
    "この環境では日本標準時のタイムゾーンを取得できず、例外となる。",
    "端末のタイムゾーンに基づくため、JSTからUTCの明示的な変換はできない。",
    "时区转换（UTC 到 CST）有误。",
    "시간대 변환(UTC → KST)이 잘못되었다.",
  ])("doesn't state that of the times: %s", (told) => expect(open(told)).toEqual(["?", "?"]));

  it.each(["All times are in UTC.", "Times were converted to UTC.", "タイムゾーン: UTC", "时区：UTC", "Timezone: UTC"])(
    "isn't told here: %s",
    (told) => expect(open(told)).toEqual(["10:05", "10:30"]),
  );
});
