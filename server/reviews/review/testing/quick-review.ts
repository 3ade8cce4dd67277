import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import type { TestClient } from "#server/reviews/document/testing/test-client.ts";
import { generateReview } from "../index.ts";

/** Makes an incident with a generated review. */
export async function quickReview(ctx: Ctx, { restricted = false } = {}) {
  const incident = await createIncident(ctx, {
    title: "Uploads fail",
    severity: 3,
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "Nobody could upload.",
    restricted,
  });
  const review = await generateReview(ctx, { key: incident.key, template: "quick" }, findingRecords);
  return { incident, review };
}

/** Writes a paragraph at the end of the text, plain or formatted, and waits until it is saved. */
export async function writeParagraph(client: TestClient, text: string | Y.XmlText): Promise<void> {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.setAttribute("id", randomUUID());
  paragraph.insert(0, [typeof text === "string" ? new Y.XmlText(text) : text]);
  client.document.getXmlFragment(TEXT_FRAGMENT).push([paragraph]);
  await client.saved();
}
