import type { Importer } from "#importers/base/importer.ts";
import { matrixOf } from "#lib/incidents/impact/prometheus-series.ts";

/** A range result of Prometheus: a series of measurements, which says nothing about what happened. */
export const prometheusImporter: Importer = {
  name: "prometheus",
  label: "Prometheus series",
  letter: "V",
  detect: ({ json }) => (json !== undefined && matrixOf(json) !== null ? 0.97 : 0),
  explain: ({ json }) => `The JSON is a range result of Prometheus with ${counted(json)}.`,
  parse({ json }) {
    const text = `A range result with ${counted(json)} is a metric, not a list of events: nothing of it goes into the timeline. Paste it on the incident's impact page, where windows and their weight are measured from it.`;
    return { events: [], rejects: [], context: [{ line: 0, text }] };
  },
};

function counted(json: unknown): string {
  const count = matrixOf(json)?.length ?? 0;
  return count === 1 ? "one series" : `${count} series`;
}
