import { isAlert, isDelivery, knowsMore, readAlert, readDelivery } from "./alertmanager/delivery.ts";
import type { Importer, SourceText } from "./importer.ts";
import { collect, explainShare, recordsOf, shareOf } from "./kit/collect.ts";
import { foldRepeats } from "./kit/fold-repeats.ts";

/** Alertmanager: webhook version 4 (one delivery or several) and the alerts of its API. */
export const alertmanagerImporter: Importer = {
  name: "alertmanager",
  label: "Alertmanager",
  letter: "A",
  detect(source: SourceText) {
    if (source.json === undefined) return 0;
    const records = recordsOf(source);
    return 0.97 * shareOf(records, isReadable);
  },
  explain: (source) => explainShare(recordsOf(source), isReadable, "alerts with labels and startsAt"),
  parse(source, options) {
    const records = recordsOf(source);
    const alone = !Array.isArray(source.json);
    const result = collect(records, (record) => {
      if (isDelivery(record.value)) return readDelivery(record, record.value, alone, options);
      if (isAlert(record.value)) return [readAlert(record, record.value, {}, options)];
      return [{ reject: "This is neither an Alertmanager delivery nor an alert with labels and startsAt." }];
    });
    return foldRepeats(result, knowsMore);
  },
};

const isReadable = (value: unknown) => isDelivery(value) || isAlert(value);
