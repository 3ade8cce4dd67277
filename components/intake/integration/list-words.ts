import { countWords } from "#lib/base/text/sentence.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";

/** Returns a summary of the list: "3 integrations connected. One is rejected." */
export function integrationsWords(rows: readonly Pick<IntegrationRow, "state">[]): string {
  if (rows.length === 0) return "No integrations yet. Connect a tool to receive its events as they happen.";
  const count = (state: IntegrationRow["state"]) => rows.filter((row) => row.state === state).length;
  const sends = rows.length === 1 ? "1 integration connected." : `${rows.length} integrations connected.`;
  const notes = [
    { n: count("refused"), one: "1 has rejected requests", more: "have rejected requests" },
    { n: count("silent"), one: "1 has gone silent", more: "have gone silent" },
    { n: count("never"), one: "1 hasn't sent anything yet", more: "haven't sent anything yet" },
    { n: count("paused"), one: "1 is paused", more: "are paused" },
  ]
    .filter(({ n }) => n > 0)
    .map(({ n, one, more }) => (n === 1 ? one : `${n} ${more}`));
  const said = notes.join(", ");
  return said === "" ? sends : `${sends} ${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** "12 waiting" for several services with their names, or "all Acme Mail" for one. */
export function waitingWords(services: readonly { service: { name: string } | null; count: number }[]): string {
  const names = services.map(({ service }) => service?.name ?? "no service");
  if (names.length === 0) return "none";
  if (names.length === 1) return `all ${names[0]}`;
  return names.length <= 3 ? names.join(", ") : `of ${countWords(names.length, "service")}`;
}
