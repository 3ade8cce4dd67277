import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { draft } from "#lib/reviews/review/draft/draft.ts";
import { rolledBack } from "#lib/reviews/review/testing/facts.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { openDatabase } from "#server/base/db/client.ts";
import { migrate } from "#server/base/db/migrate.ts";
import { readMigrations } from "#server/base/db/migrations-on-disk.ts";
import { createDocument } from "#server/reviews/document/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { getReview, reviewGates } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { onDatabase } from "#server/testing/on-database.ts";

const OLD = ["quick", "standard", "major"] as const;
const NAMES = ["Quick", "Standard", "Major"];

test("reviews from before templates were rows keep their template, gates and exports", {
  timeout: 60_000,
}, async () => {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const at = (pathname: string) => Object.assign(new URL(inject("templateUrl")), { pathname }).href;
  await onDatabase(at("/postgres"), (client) => client.query(`create database ${name} template template0`));
  const url = at(`/${name}`);
  const all = readMigrations();
  await migrate(
    url,
    all.slice(
      0,
      all.findIndex((one) => one.name === "0120_templates"),
    ),
  );
  await onDatabase(url, async (client) => {
    const incident = randomUUID();
    await client.query(
      "insert into incident (id, title, severity, highest_severity, started_at) values ($1, 'A', 2, 2, now())",
      [incident],
    );
    for (const template of OLD) {
      const [id, documentId] = [randomUUID(), randomUUID()];
      await client.query(
        "insert into review (id, incident_id, document_id, template, title) values ($1, $2, $3, $4::review_template, $4)",
        [id, incident, documentId, template],
      );
      const json: DocumentJson = { type: "doc", content: draft(builtIn(template).sections, rolledBack()) };
      await createDocument(client, { documentId, json });
    }
  });
  await migrate(url);
  const opened = openDatabase(url, { poolSize: 2, logPoolSize: 1 });
  try {
    const ctx = makeContext(opened.prisma, await makeUser(opened.prisma, "member"));
    for (const [index, template] of OLD.entries()) {
      const key = `REV-${index + 1}`;
      const review = await getReview(ctx, { key });
      expect(review).toMatchObject({ template, templateName: NAMES[index], templateNumber: 1, title: template });
      expect(review.templateSections).toEqual(builtIn(template, 1).sections);
      const keyTimes = (await reviewGates(ctx, { key })).gates.find(({ code }) => code === "milestones_set");
      expect(keyTimes?.detail.includes("declared")).toBe(template !== "quick");
      const json = JSON.parse(await (await exportReview(ctx, { key, format: "json" })).text());
      expect(json.review).toMatchObject({ key, template });
      const markdown = await (await exportReview(ctx, { key, format: "markdown" })).text();
      expect(markdown).toContain(`| Review | ${key}, ${review.templateName}, Draft |`);
    }
  } finally {
    await opened.close();
    await onDatabase(at("/postgres"), (client) => client.query(`drop database ${name} with (force)`));
  }
});
