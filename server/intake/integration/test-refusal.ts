import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { IntegrationRecord } from "./select.ts";

export interface TestRefusal {
  rule: "archived" | "no_secret";
  words: string;
}

/** Why no test can be sent: an archived integration has no address, and without a secret nothing can be signed. */
export function testRefusal(
  { archivedAt, source }: Pick<IntegrationRecord, "archivedAt" | "source">,
  hasSecret: boolean,
): TestRefusal | null {
  if (archivedAt !== null) return { rule: "archived", words: "It is archived; restore it first" };
  if (hasSecret) return null;
  const known = hookSourceNamed(source);
  const words =
    known?.secretOrigin === "theirs"
      ? `It has no secret yet: paste the one that ${known.label} made, then a test can be signed`
      : "It has no secret yet: make one, then a test can be signed";
  return { rule: "no_secret", words };
}
