import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";

const LIST = "09:12 UTC Errors rise\n09:20 UTC Engineer paged\n09:41 UTC Rolled back\n09:55 UTC All clear";
const OWN = ["05-03 09:12", "05-03 09:20", "05-03 09:41", "05-03 09:55"];
const items = LIST.replace(/^/gm, "- ");
const report = (told: string) => `# Outage of 3 May 2026\n\n## Timeline\n\n${items}\n\n## Root cause\n\n${told}\n`;

describe("a time in a sentence next to a timeline", () => {
  it.each([
    ["The job that filled the disk had started at 08:57 UTC.", "05-03 08:57"],
    ["A vendor closed its ticket at 10:30 UTC.", "05-03 10:30"],
    ["The broken zone was uploaded on 1 May 2026 at 17:45 UTC.", "05-01 17:45"],
    ["On 4 May 2026 at 11:20 UTC the registrar confirmed the repair.", "05-04 11:20"],
    ["Am 1. Mai 2026 um 17:45 UTC wurde der fehlerhafte Stand ausgerollt.", "05-01 17:45"],
    ["Le 1er mai 2026 à 17:45 UTC, la mauvaise zone a été publiée.", "05-01 17:45"],
    ["On 1 May 2026 the zone was changed. It went live at 17:45 UTC.", "05-01 17:45"],
    ["The copy in use was of 1 May 2026.\nIt had been made at 17:45 UTC, before the night.", "05-01 17:45"],
  ])("is an event: %s", (told, at) => {
    const found = times(report(told));
    expect(found).toHaveLength(OWN.length + 1);
    expect(found).toContain(at);
  });

  it.each([
    "The errors began at 09:12 UTC.",
    "It was over soon after 09:53 UTC.",
    "Between 09:10 UTC and 10:00 UTC few customers could sign in.",
    "At 09:30 UTC there was no relief yet.",
    "It rose around 08:50 and fell.",
    "At 11:40 CEST the partner's page said the same.",
    "The faulty build was made the day before at 10:20 UTC.",
    "A similar outage hit us on 3 October 2020 at 02:17 UTC.",
    "Mitigated: 2026-05-03 10:20 UTC (did not work)",
    "The backup usually runs at 10:30 UTC.",
    "Customers can call us until 10:30 UTC please, if they have not been credited since.",
    'The log says {"at": "2026-05-03T10:31:00Z"} only.',
    "The review meeting was held on 6 May 2026 at 14:00 UTC.",
    "Published on 2026-05-04 at 10:00 UTC.",
    "This report was generated on 5 May 2026 at 10:05 UTC.",
    "Kim to fix the probe by 5 May 2026 10:00 UTC.",
    "We plan to finish the migration on 7 May 2026 at 10:00 UTC.",
    "The next call is on 6 May 2026 at 15:00 UTC.",
    "On 4 March 2023 at 10:00 UTC, the same router failed.",
    "Support is available from 10:15 UTC.",
    "Die nächste Wartung ist am 7. Mai 2026 um 22:00 UTC.",
    "La prochaine réunion aura lieu le 7 mai 2026 à 10:00 UTC.",
    "If the disk had failed at 10:30 UTC, the site had been down.",
    "The certificate would expire on 9 May 2026 at 10:00 UTC.",
    "See the chat from 08:45 UTC for details.",
  ])("isn't an event if a list tells it or it is of something else: %s", (told) =>
    expect(times(report(told))).toEqual(OWN),
  );

  it("needs a day that all entries near it are on", () => {
    const days = `# Outage\n\n## 3 May 2026\n\n${items}\n\n## 4 May 2026\n\n${items}\n\n## Root cause\n\n`;
    expect(times(`${days}The job had started at 08:57 UTC.\n`)).toHaveLength(2 * OWN.length);
  });
});

describe("a time in the text of an entry", () => {
  const list = (item: string) =>
    times(`# Outage of 3 May 2026\n\n- 09:12 UTC Errors rise\n- ${item}\n- 10:55 UTC Over\n`);

  it.each([
    ["09:40 UTC A ticket came. They had first seen it at 08:58 UTC.", "05-03 08:58"],
    ["09:40 UTC We moved the address. Between 09:23 and 09:35 it was unreachable.", "05-03 09:23"],
    ["09:40 UTC Der Anbieter meldet sich. Seine Leitung fiel um 08:50 Uhr aus.", "05-03 08:50"],
  ])("is an event shortly before it: %s", (item, at) => {
    expect(list(item).sort()).toEqual([at, "05-03 09:12", "05-03 09:40", "05-03 10:55"].sort());
  });

  it.each([
    "09:40 UTC We called the vendor. He expects an answer by 11:30 UTC.",
    "09:40 UTC Pumps run again. We expect dry floors by 10:30 UTC.",
    "09:40 UTC The certificate was replaced. It had expired at 00:00 UTC.",
    "09:40 UTC The build was the cause. It was made yesterday at 08:20 UTC.",
    "09:40 UTC It was like in March. That one had begun the day before at 08:20 UTC.",
    "09:40 UTC The alarm came again. The first had come at 09:12 UTC.",
    "09:40 UTC Nothing is lost. Backups are made every night at 04:20 UTC.",
  ])("isn't one if it is later, long before or of another day: %s", (item) =>
    expect(list(item)).toEqual(["05-03 09:12", "05-03 09:40", "05-03 10:55"]),
  );

  it.each([
    ["09:40 UTC Ana sees a 504; 09:52 UTC the login failed as well.", "05-03 09:52"],
    ["09:40 UTC Wir starten neu; 09:58 UTC lief wieder alles.", "05-03 09:58"],
    ["09:40 UTC 重试完成；10:11 UTC 再次超时。", "05-03 10:11"],
    ["09:40 UTC Ana ve un error; 09:43 UTC falla el login.", "05-03 09:43"],
  ])("is the next event behind a semicolon: %s", (item, at) => {
    expect(list(item).sort()).toEqual([at, "05-03 09:12", "05-03 09:40", "05-03 10:55"].sort());
  });

  it.each([
    "09:40 UTC We called the vendor; 11:30 UTC is when he will answer.",
    "09:40 UTC Ana sees a 504; after 09:52 she left.",
    "09:40 UTC Ana sees a 504.\n  09:52 deeper",
    "09:40 UTC Errors fell to 2; 20:15 would be the usual ratio.",
    '09:40 UTC A customer writes: "Our jobs have failed since 08:50 UTC, and nobody told us".',
    "09:40 UTC Ein Kunde schreibt: „Unser Dienst fiel um 08:50 Uhr aus“.",
  ])("isn't one in a plan or in a quotation: %s", (item) =>
    expect(list(item)).toEqual(["05-03 09:12", "05-03 09:40", "05-03 10:55"]),
  );
});
