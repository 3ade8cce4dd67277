import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

function read(text: string, filename = "any.txt") {
  const { events, rejects } = parseSource(textInput(text, filename), { zone: "UTC" });
  return { events: events.map(({ at, title }) => `${at?.slice(11, 19)} ${title}`), rejects: rejects.length };
}

const TWO = ["12:00:05 Link lost", "12:40:10 Link back"];

describe("events in another notation than a single JSON value", () => {
  it.each<[string, string]>([
    [
      "CEF with a time in milliseconds behind a head of syslog",
      "Mar  1 12:00:06 fw1 CEF:0|Acme|Wall|1.0|100|Link lost|8|rt=1709294405123 msg=Port 4\nMar  1 12:40:11 fw1 CEF:0|Acme|Wall|1.0|101|Link back|3|rt=1709296810000 msg=Port 4",
    ],
    [
      "CEF with a written time and bars in its names",
      "CEF:0|Acme|Wall\\|2|1.0|100|Link lost|8|rt=Mar 01 2024 12:00:05 UTC src=10.0.0.1\nCEF:0|Acme|Wall\\|2|1.0|101|Link back|3|rt=Mar 01 2024 12:40:10 UTC",
    ],
    [
      "LEEF",
      "LEEF:1.0|Acme|Gate|1.0|lost|devTime=2024-03-01T12:00:05Z\tmsg=Link lost\nLEEF:1.0|Acme|Gate|1.0|back|devTime=2024-03-01T12:40:10Z\tmsg=Link back",
    ],
    [
      "the export of a journal",
      "__CURSOR=s=1;i=1\n__REALTIME_TIMESTAMP=1709294405123456\nPRIORITY=3\nMESSAGE=Link lost\n_HOSTNAME=a\n\n__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=1709296810000000\nPRIORITY=6\nMESSAGE=Link back\n_HOSTNAME=a\n\n",
    ],
    [
      "the export of a journal with breaks of Windows and fields of bytes",
      "__REALTIME_TIMESTAMP=1709294405123456\r\n__MONOTONIC_TIMESTAMP=5\r\nMESSAGE=Link lost\r\n_BLOB\r\nxyz\r\n\r\n__REALTIME_TIMESTAMP=1709296810000000\r\n__MONOTONIC_TIMESTAMP=9\r\nMESSAGE=Link back",
    ],
    [
      "XML whose elements have the prefix of their language and a time in milliseconds",
      '<log4j:event logger="a" timestamp="1709294405123" level="ERROR"><log4j:message>Link lost</log4j:message></log4j:event>\n<log4j:event logger="a" timestamp="1709296810000" level="INFO"><log4j:message><![CDATA[Link back]]></log4j:message></log4j:event>',
    ],
    [
      "the log of a repository as XML",
      '<?xml version="1.0"?><log><logentry revision="2"><author>a</author><date>2024-03-01T12:00:05.000000Z</date><msg>Link lost</msg></logentry><logentry revision="1"><date>2024-03-01T12:40:10.0Z</date><msg>Link back</msg></logentry></log>',
    ],
    [
      "JSON without a break between",
      '{"time":1709294405,"message":"Link lost"}{"time":1709296810,"message":"Link back"}',
    ],
    [
      "a sequence of JSON",
      '\u001e{"time":1709294405,"message":"Link lost"}\n\u001e{"time":1709296810,"message":"Link back"}\n',
    ],
    [
      "a list in YAML",
      "- time: 2024-03-01T12:00:05Z\n  message: Link lost\n- time: 2024-03-01T12:40:10Z\n  message: Link back\n",
    ],
    [
      "XML of attributes",
      '<?xml version="1.0"?><log><e time="2024-03-01T12:00:05Z" message="Link lost"/><e time="2024-03-01T12:40:10Z" message="Link back"/></log>',
    ],
    [
      "XML of words with a time for an attribute",
      '<?xml version="1.0"?><log><e time="2024-03-01T12:00:05Z">Link lost</e><e time="2024-03-01T12:40:10Z">Link back</e></log>',
    ],
    [
      "XML without a declaration",
      "<alerts><alert><time>2024-03-01T12:00:05Z</time><name>Link lost</name></alert><alert><time>2024-03-01T12:40:10Z</time><name>Link back</name></alert></alerts>",
    ],
  ])("are read from %s", (_what, text) => {
    expect(read(text)).toEqual({ events: TWO, rejects: 0 });
  });

  it("are read from a document in YAML with such a file name", () => {
    const text = "title: Link lost\nstarted_at: 2024-03-01T12:00:05Z\nservice: core\n";
    expect(read(text, "incident.yaml").events).toEqual(["12:00:05 Link lost"]);
  });

  it.each<[string, string]>([
    ["notes with a head", "- Date: 2024-03-01\n\n12:00:05 Link lost\n12:40:10 Link back\n"],
    ["notes in HTML", "<p>2024-03-01 12:00:05 Link lost</p><p>2024-03-01 12:40:10 Link back</p>"],
    ["lines of settings", "A_SETTING=4\nB=5\n\n2024-03-01 12:00:05 Link lost\n2024-03-01 12:40:10 Link back\n"],
    ["lines that speak of CEF", "2024-03-01 12:00:05 Link lost\n2024-03-01 12:40:10 Link back\n"],
  ])("leave %s to the readers of notes", (_what, text) => {
    expect(read(text).events).toEqual(TWO);
  });

  it("are not made of truncated JSON", () => {
    expect(read('{"time":1709294405,"message":"Link lost"}{"time":17092').events).toEqual([]);
  });

  it.each(["Status", "State", "EntityState", "Healthy", "Severity", "Result", "Outcome"])(
    "are read from XML with %s as an element with attributes",
    (name) => {
      const entry = (time: string, word: string) =>
        `<Change><Date>${time}</Date><${name} Id="160" Name="${word}"/></Change>`;
      const text = `<Changes>${entry("2024-03-01T12:00:05", "Planned")}${entry("2024-03-01T12:40:10", "Tested")}</Changes>`;
      expect(read(text).events).toEqual(["12:00:05 Planned", "12:40:10 Tested"]);
    },
  );
});
