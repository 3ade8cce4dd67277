import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeWorkers } from "#server/base/worker/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "./api/rest.ts";

const PAGES = ["exporting", "exporting-reviews"];
const DOCS = PAGES.map((page) => readFileSync(join(import.meta.dirname, `../../docs/${page}.md`), "utf8")).join("\n");
/** Parses `curl … "$A/path" -o file`, with `-F file=@name` for uploads. */
const CURL = /^curl -s -H "\$auth" (?:-F file=@(\S+) )?"\$A(\S+)"(?: -o (\S+))?$/gm;
const EXAMPLES = [...DOCS.matchAll(CURL)].map(([, sent, path = "", saved]) => ({ sent, path, saved }));

const database = sharedDatabase();
let token: string;
const files = new Map<string, string>();

async function ask(path: string, body: FormData | null = null) {
  const headers = { authorization: `Bearer ${token}` };
  const address = `http://127.0.0.1:3000/api/v1${path}`;
  return serveRest(new Request(address, { method: body ? "POST" : "GET", headers, body }));
}

beforeAll(async () => {
  const user = await makeUser(database.prisma, "member");
  token = await makeToken(database.prisma, user.id, ["read", "write"]);
  const ctx = makeContext(database.prisma, user);
  for (let number = 1; number <= 13; number += 1) {
    const { key } = await createIncident(ctx, {
      ...{ title: "Mail is late", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
      ...{ timeZone: "Europe/Berlin", impactText: "", restricted: false },
    });
    if (key !== "INC-12") continue;
    await generateReview(ctx, { key, template: "quick" }, findingRecords);
    const event = { key, precision: "minute", kind: "alert_fired", body: "" } as const;
    await addEvent(ctx, { ...event, at: "2017-01-31T23:27:00.000Z", title: "Queue age above ten minutes" });
  }
});
afterAll(async () => {
  await closeWorkers();
});

describe("the examples of the docs about exports", () => {
  it("are found", () => {
    expect(EXAMPLES.map(({ sent, saved }) => sent ?? saved)).toHaveLength(11);
  });

  it.each(EXAMPLES)("run: $path", async ({ sent, path, saved }) => {
    if (sent !== undefined) {
      const form = new FormData();
      form.append("file", new File([files.get(sent) ?? ""], sent));
      const answer = await ask(path, form);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ format: "afterword", created: 1, rejected: 0 });
      return;
    }
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain(saved);
    files.set(saved ?? "", await answer.text());
    if (path.startsWith("/incidents/")) expect(files.get(saved ?? "")).toContain("Queue age above ten minutes");
  });

  it("print the times that the page shows", () => {
    expect(files.get("INC-12-timeline.md")).toContain(
      "**2017-01-31 23:27 UTC** Queue age above ten minutes (E1, Alert fired)",
    );
    expect(files.get("INC-12-timeline.csv")).toContain("2017-01-31T23:27:00+00:00");
    expect(files.get("INC-12-timeline.txt")).toContain("2017-02-01 00:27 +01:00  Queue age");
  });
});
