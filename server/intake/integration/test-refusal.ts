import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { IntegrationRecord } from "./integration-row.ts";

export interface TestRefusal {
  rule: "archived" | "no_secret";
  words: string;
}

/** Returns why no test can be sent: an archived integration has no URL, and nothing can be signed without a secret. */
export function testRefusal(
  { archivedAt, source }: Pick<IntegrationRecord, "archivedAt" | "source">,
  hasSecret: boolean,
): TestRefusal | null {
  if (archivedAt !== null) return { rule: "archived", words: "It is archived. Restore it first." };
  if (hasSecret) return null;
  const known = hookSourceNamed(source);
  const words =
    known?.secretOrigin === "theirs"
      ? `It has no secret yet. Paste the one that ${known.label} created, then send a test.`
      : "It has no secret yet. Create one, then send a test.";
  return { rule: "no_secret", words };
}
