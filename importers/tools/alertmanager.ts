import type { Importer, SourceText } from "#importers/base/importer.ts";
import { listAt, recordAt } from "#importers/base/values.ts";
import { collect, explainShare, recordsOf, type SourceRecord, shareOf } from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { isAlert, isDelivery, knowsMore, readAlert, readDelivery } from "./alertmanager/delivery.ts";

/**
 * Alertmanager: webhooks of version 4 (one delivery or several), and alerts from its own API and from that of
 * Prometheus.
 */
export const alertmanagerImporter: Importer = {
  name: "alertmanager",
  label: "Alertmanager",
  letter: "A",
  reads: { alerts: "Alertmanager" },
  detect(source: SourceText) {
    if (source.json === undefined) return 0;
    const records = open(source);
    return 0.97 * shareOf(records, isReadable);
  },
  explain: (source) => explainShare(open(source), isReadable, "alerts with labels and startsAt"),
  parse(source, options) {
    const records = open(source);
    const alone = !Array.isArray(source.json);
    const result = collect(records, (record) => {
      if (isDelivery(record.value)) return readDelivery(record, record.value, alone, options);
      if (isAlert(record.value)) return readAlert(record, record.value, {}, options);
      return { reject: refuseRecord(record.value, "an Alertmanager delivery, or an alert with labels and startsAt") };
    });
    return foldRepeats(result, knowsMore);
  },
};

const isReadable = (value: unknown) => isDelivery(value) || isAlert(value);

/** Reads `{status, data: {alerts: […]}}` and `{status, data: […]}` of the Prometheus API as a delivery. */
const open = (source: SourceText): SourceRecord[] =>
  recordsOf(source).map((record) => {
    const data = recordAt(record.value, "data");
    if (isDelivery(data)) return { ...record, value: data };
    const alerts = listAt(record.value, "data");
    return alerts.some(isAlert) ? { ...record, value: { alerts } } : record;
  });
