import type { Importer } from "#importers/base/importer.ts";
import { isRecord } from "#importers/base/values.ts";
import { collect, explainShare, recordsOf, shareOf } from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { isDelivery, knowsMore, readDelivery } from "./alertmanager/delivery.ts";
import { isLegacyAlert, readLegacyAlert } from "./grafana/legacy.ts";

/** Grafana: webhooks of unified alerting, which have Alertmanager's shape and more, and of the alerting before version 9. */
export const grafanaImporter: Importer = {
  name: "grafana",
  label: "Grafana",
  letter: "F",
  detect: (source) => (source.json === undefined ? 0 : 0.98 * shareOf(recordsOf(source), isReadable)),
  explain: (source) => explainShare(recordsOf(source), isReadable, "alerts as Grafana sends them"),
  parse(source, options) {
    const alone = !Array.isArray(source.json);
    const result = collect(recordsOf(source), (record) => {
      if (isUnified(record.value)) return readDelivery(record, record.value, alone, options);
      if (isLegacyAlert(record.value)) return readLegacyAlert(record.value, record.line);
      return { reject: "This is no webhook of Grafana." };
    });
    return foldRepeats(result, knowsMore);
  },
};

function isUnified(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    isDelivery(value) &&
    (Object.hasOwn(value, "orgId") || (Object.hasOwn(value, "truncatedAlerts") && Object.hasOwn(value, "title")))
  );
}

const isReadable = (value: unknown) => isUnified(value) || isLegacyAlert(value);
