import { expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const kinds = (title: string, ...fields: string[]) =>
  parseSource(textInput(`# ${title}\n\n${fields.map((one) => `- **${one}`).join("\n")}\n\nAll is well.\n`), {
    zone: "UTC",
  }).events.map(({ kind }) => kind);

it.each([
  ["Outage", "Start:** 2024-03-05 10:02", "End:** 2024-03-05 11:40"],
  ["Outage", "Started:** 5 March 2024 10:02", "Ended:** 5 March 2024 11:40"],
  ["Störung", "Beginn:** 05.03.2024 10:02 Uhr", "Ende:** 05.03.2024 11:40 Uhr"],
  ["Panne", "Début:** 5 mars 2024 10h02", "Fin:** 5 mars 2024 11h40"],
  ["Caída", "Inicio:** 05/03/2024 10:02", "Fin:** 05/03/2024 11:40"],
  ["Queda", "Início:** 05/03/2024 10h02", "Fim:** 05/03/2024 11h40"],
  ["Disservizio", "Inizio:** 05/03/2024 10:02", "Fine:** 05/03/2024 11:40"],
  ["Storing", "Begin:** 05-03-2024 10:02", "Einde:** 05-03-2024 11:40"],
  ["Awaria", "Początek:** 05.03.2024 10:02", "Koniec:** 05.03.2024 11:40"],
  ["障害", "発生日時:** 2024年3月5日 10:02", "終了日時:** 2024年3月5日 11:40"],
  ["故障", "开始时间:** 2024-03-05 10:02", "结束时间:** 2024-03-05 11:40"],
])("two fields for the start and the end tell what happened: %s, %s, %s", (title, start, end) => {
  expect(kinds(title, start, end)).toEqual(["impact_started", "resolved"]);
});

it.each([
  ["Outage", "Start:** 2024-03-05 10:02", "Alert:** 2024-03-05 11:40"],
  ["Outage", "Deploy:** 2024-03-05 10:02", "End:** 2024-03-05 11:40"],
])("one of them alone can be of something else: %s, %s, %s", (title, one, other) => {
  expect(kinds(title, one, other)).not.toContain(one.startsWith("Start") ? "impact_started" : "resolved");
});
