import type { Importer } from "#importers/base/importer.ts";
import { matrixOf } from "#lib/incidents/impact/series/prometheus-series.ts";

/** A range result of Prometheus: measurements, which say nothing about what happened. */
export const prometheusImporter: Importer = {
  name: "prometheus",
  label: "Prometheus series",
  letter: "V",
  detect: ({ json }) => (json !== undefined && matrixOf(json) !== null ? 0.97 : 0),
  explain: ({ json }) => `The JSON is a Prometheus range result with ${counted(json)}.`,
  parse({ json }) {
    const text = `A range result with ${counted(json)} is a metric, not a list of events. Paste it on the incident's impact page to measure impact windows.`;
    return { events: [], rejects: [], context: [{ line: 0, text }] };
  },
};

function counted(json: unknown): string {
  const count = matrixOf(json)?.length ?? 0;
  return count === 1 ? "one series" : `${count} series`;
}
