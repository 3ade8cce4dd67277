import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const story = (line: string) =>
  `# Outage on 15 July 2023\n\nAround 23:30 UTC many users could not reach the site.\n\nThe app failed as well at 23:32.\n\n${line}\n\nAt 23:44 the site was back for most users.\n`;

describe("a story in which only one paragraph starts with a time", () => {
  it.each(["23:36, the status page showed the failure too.", "23:36 UTC, the status page showed the failure too."])(
    "tells all of its times: %s",
    (line) => {
      expect(times(story(line))).toEqual(["07-15 23:30", "07-15 23:32", "07-15 23:36", "07-15 23:44"]);
    },
  );

  it("tells them in Vietnamese", () => {
    const text =
      "Khoảng 23h30 ngày 15/7/2023, hàng loạt người dùng không thể truy cập.\n\nỨng dụng cũng gặp lỗi vào lúc 23h32.\n\n23h36, trang theo dõi cũng thông báo sự cố.\n\nTuy nhiên, khoảng 23h44, mọi người đã có thể sử dụng bình thường.\n";
    expect(times(text)).toEqual(["07-15 23:30", "07-15 23:32", "07-15 23:36", "07-15 23:44"]);
  });

  it("can be a list of one entry below less", () => {
    const text =
      "# Outage on 15 July 2023\n\nThe pager was silent.\n\n23:36 UTC page sent to Kim\n\nNothing else is known yet.\n";
    expect(times(text)).toEqual(["07-15 23:36"]);
  });
});
