import type { HookRequest } from "./schemes/request.ts";
import { hookRules } from "./sources.ts";

/** Marks a delivery that tests the connection: it is processed completely and writes nothing. */
export const TEST_HEADER = "x-afterword-test";

/** Returns a delivery as the tool would sign it. Throws for an unknown source. */
export function signedTest(source: string, secret: string, now: Date, id: string): HookRequest {
  const rules = hookRules(source);
  if (!rules) throw new Error(`there is no source ${source}`);
  const said = { test: true, sentBy: "Afterword", sentAt: now.toISOString(), id };
  const body = new TextEncoder().encode(JSON.stringify(said));
  const signed = rules.scheme.sign(body, secret, now.getTime());
  const headers = new Headers({ "content-type": "application/json", [TEST_HEADER]: id, ...signed });
  return { headers, body, query: new URLSearchParams(), pathSecret: null };
}
