import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const TABLE =
  "All times are UTC.\n\n| Time | Event |\n|---|---|\n| 10:59 | release started |\n| 11:44 | errors began |\n";

describe("a day that opens the sentence of an outage above its table", () => {
  it.each([
    "On February 2, 2026, a deployment introduced a change that made the backend unavailable.",
    "On February 2, 2026, we shipped a release that caused an outage.",
    "On February 2, 2026, the API went down again after a release.",
    "On 2 February 2026 a change was merged that crashed the workers.",
  ])("is that of the times: %s", (sentence) => {
    expect(times(`${sentence}\n\n${TABLE}`)).toEqual(["02-02 10:59", "02-02 11:44"]);
  });

  it.each([
    "The fault was in the release of February 2, 2026, and the API went down.",
    "The outage came from a change merged on February 2, 2026.",
    "Version 5 was shipped on February 2, 2026. It failed.",
  ])("isn't one of a release: %s", (sentence) => {
    expect(times(`${sentence}\n\n${TABLE}`).map((one) => one[0])).toEqual(["?", "?"]);
  });
});

describe("a span with its day at both ends", () => {
  it.each([
    "During a period beginning 15:24 UTC on Wednesday, December 15, 2021 and ending at 18:55 UTC on December 15, 2021, the site was unavailable.",
    "The site was down from 15:24 UTC on 15 December 2021 until 18:55 UTC on 15 December 2021.",
  ])("is one event: %s", (text) => {
    expect(times(`${text} These issues were resolved around 19:10 UTC.`)).toEqual(["12-15 15:24", "12-15 19:10"]);
  });
});

describe("fields in bold above a report", () => {
  it("are told apart", () => {
    const text = `# Postmortem: disco lleno\n\n**Fecha del Incidente:** 2025-10-07\n**Duración del Incidente:** ~45 minutos (14:34 - 15:19 UTC)\n**Severidad:** crítica, servicios caídos\n**Última Actualización:** 2025-10-08 16:20:04 UTC\n`;
    expect(times(text)).toEqual(["10-07 14:34"]);
  });
});

describe("a day without a year before its time in a sentence", () => {
  it.each([
    "The server returned errors at Nov 07 20:14:38 UTC. The outage was resolved at Nov 07 20:27:08 UTC.",
    "The server returned errors at Nov 7, 20:14 UTC. The outage was resolved at Nov 7, 20:27 UTC.",
    "At Nov 7 20:14 UTC the server returned errors. By Nov 7 20:27 UTC the outage was over.",
    "From Nov 7 20:14 UTC the server returned errors. Since Nov 7 20:27 UTC it has been back up.",
  ])("belongs to it: %s", (text) => {
    expect(times(`Server outage - 2025-11-07\n\n${text}`)).toEqual(["11-07 20:14", "11-07 20:27"]);
  });
});
