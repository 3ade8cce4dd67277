import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const TIMELINE = "## Timeline\n\n- 10:02 UTC: Alert fired\n- 10:20 UTC: Dana restarted the pump\n";
const told = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(
    ({ at, kind }) => `${at?.slice(5, 16).replace("T", " ")} ${kind}`,
  );
const LIST = ["03-05 10:02 alert_fired", "03-05 10:20 restarted"];

describe("the end that a field states", () => {
  it.each([
    "Resolved: 2024-03-06 11:30 UTC",
    "- **Outage End (UTC):** 6 March 2024, 11:30",
    "- Incident resolved at: March 6, 2024 11:30 UTC",
    "Restored: 6 March 2024, 11:30 UTC (after the supplier's repair)",
    "Ende: 6. März 2024, 11:30 Uhr UTC",
    "Fin : 6 mars 2024 11:30 UTC",
    "Resuelto: 6 de marzo de 2024, 11:30 UTC",
    "Risolto: 6 marzo 2024, 11:30 UTC",
    "Opgelost: 6 maart 2024, 11:30 UTC",
    "Решение: 6 марта 2024 г., 11:30 UTC",
    "復旧日時：2024年3月6日 11:30 UTC",
    "恢复时间：2024年3月6日 11:30 UTC",
  ])("is an event: %s", (field) => {
    expect(told(`# Pump outage\n\nStart: 5 March 2024, 10:02 UTC\n\n${field}\n\n${TIMELINE}`).sort()).toEqual(
      [...LIST, "03-06 11:30 resolved"].sort(),
    );
  });

  it.each(["resolvedWhen", "resolved_at", "resolvedAt", "ended_at", "end_time", "recovered_at"])(
    "can be in front matter: %s",
    (key) => {
      const front = `---\ntitle: Pump\ndate: 2024-03-05T10:02:00Z\n${key}: 2024-03-06T11:30:00Z # when it was over\n---\n`;
      expect(told(`${front}\n${TIMELINE}`)).toEqual(["03-06 11:30 resolved", ...LIST]);
    },
  );

  it.each([
    ["an entry repeats it", "Resolved: 5 March 2024, 10:20 UTC"],
    ["it has no day", "Resolved: 11:30 UTC"],
    ["it has no time", "Resolved: 6 March 2024"],
    ["it has no year", "Resolved: 6 March, 11:30 UTC"],
    ["it tells more", "Resolved: 6 March 2024, 11:30 UTC, if the part arrives"],
    ["it is a span", "Resolved: 6 March 2024, 11:30 - 12:00 UTC"],
    ["it is a plan", "Planned end: 6 March 2024, 11:30 UTC"],
    ["it is the report's", "Report closed: 6 March 2024, 11:30 UTC"],
  ])("isn't one if %s", (_, field) => {
    expect(told(`# Pump outage, 5 March 2024\n\n${field}\n\n${TIMELINE}`)).toEqual(LIST);
  });

  it("isn't one in a part for actions", () => {
    expect(
      told(`# Pump outage, 5 March 2024\n\n${TIMELINE}\n## Action items\n\nResolved: 6 March 2024, 11:30 UTC\n`),
    ).toEqual(LIST);
  });
});

describe("the start and the relief that fields state", () => {
  const list = (...fields: string[]) =>
    told(`# Pump outage of 5 March 2024\n\n${fields.join("\n")}\n\n10:32 Alert fired\n10:50 Pump restarted\n`);
  const REST = ["03-05 10:32 alert_fired", "03-05 10:50 restarted"];

  it.each([
    "Start Time: 2024-03-05 10:02:00",
    "Outage start: 5 March 2024, 10:02",
    "**Began:** 2024-03-05 10:02",
    "Beginn: 05.03.2024 10:02 Uhr",
    "Début : 5 mars 2024 10:02",
    "Inicio: 5 de marzo de 2024, 10:02",
    "Rozpoczęcie: 2024-03-05 10:02",
    "Начало: 5 марта 2024 г., 10:02",
    "発生日時：2024年3月5日 10:02",
  ])("are events: %s", (field) => expect(list(field)).toEqual(["03-05 10:02 impact_started", ...REST]));

  it("can be on one line", () =>
    expect(list("State: Solved Start Time: 2024-03-05 10:02 End Time: 2024-03-05 11:20")).toEqual([
      "03-05 10:02 impact_started",
      "03-05 11:20 resolved",
      ...REST,
    ]));

  it("can be relief", () =>
    expect(list("Mitigation time: 2024-03-05 11:20")).toEqual(["03-05 11:20 mitigated", ...REST]));

  it.each([
    "Start: 2024-03-05 10:32",
    "State: Open Planned end: 2024-03-05 13:20",
    "State: Open Estimated End Time: 2024-03-05 13:20",
    "Meeting start: 2024-03-05 13:20",
    "Meeting Start Time: 2024-03-05 13:20",
    "Contract Start: 2024-03-05 13:20",
    "Lease Start: 2024-03-05 13:20",
    "Status: Booked Workshop Start Time: 2024-03-05 13:20",
    "Status: Open Maintenance End: 2024-03-05 13:20",
    "Mitigated: 2024-03-05 13:20 (did not work)",
    "Resolved: 2024-03-05 13:20 (not confirmed)",
    "Ende: 05.03.2024 13:20 Uhr (geplant)",
    "Fin : 5 mars 2024 13:20 (estimée)",
    "Resuelto: 5 de marzo de 2024, 13:20 (previsto)",
    "復旧日時：2024年3月5日 13:20 (予定)",
  ])("aren't events if they repeat an entry or are of something else: %s", (field) =>
    expect(list(field)).toEqual(REST),
  );

  it("don't hide the table below them", () =>
    expect(
      told(
        "Started:\n2024-03-05 10:02:00\nText:\nThe database failed.\nEstimated end:\n2024-03-05 15:30:00\n\ndate | time | update |\n---|---|---|\n2024-03-05 | 11:00 | Cause found. |\n2024-03-05 | 12:41 | All good. |\n",
      ).map((one) => one.slice(0, 11)),
    ).toEqual(["03-05 10:02", "03-05 11:00", "03-05 12:41"]));
});

describe("a field with two names of one moment", () => {
  it.each([
    "Started / detected: 5 March 2024, 09:50 UTC",
    "- **Start / Detection:** 5 March 2024, 09:50 UTC",
    "Start time & identified: 5 March 2024, 09:50 UTC",
    "| Started / Detected at | 2024-03-05 09:50 UTC |\n|---|---|\n| Severity | 2 |",
    "発生 / 検知日時：2024年3月5日 09:50 UTC",
    "発生／検知時刻：2024年3月5日 09:50 UTC",
    "| 発生 / 検知日時 | 2024-03-05 09:50 UTC頃 |\n|---|---|\n| 状態 | 復旧済み |",
    "発生日時・発見日時：2024年3月5日 09:50 UTC",
    "开始时间/发现时间：2024年3月5日 09:50 UTC",
    "발생 시각 / 감지 시각: 2024년 3월 5일 09:50 UTC",
  ])("is its start: %s", (field) => {
    expect(told(`# Pump outage\n\n${field}\n\n${TIMELINE}`)).toEqual(["03-05 09:50 impact_started", ...LIST]);
  });

  it("isn't one if it has two moments", () => {
    const field = "Start / end: 5 March 2024, 09:50 / 11:10 UTC";
    expect(told(`# Pump outage, 5 March 2024\n\n${field}\n\n${TIMELINE}`)).toEqual(LIST);
  });
});
