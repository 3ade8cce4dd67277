import type { Importer, ParseOptions, SourceText } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { collect, explainShare, type Outcomes, recordsOf, type SourceRecord, shareOf } from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { readComponentUpdate, readStatusIncident, readUptime } from "./statuspage/records.ts";

function isStatusIncident(value: unknown): value is JsonRecord {
  return hasKeys(value, "id", "name", "status", "incident_updates") && Array.isArray(value.incident_updates);
}

/** A webhook about the status of one component. */
function isComponentUpdate(value: unknown): value is JsonRecord {
  return isRecord(value) && hasKeys(value.component_update, "new_status", "created_at");
}

/** The uptime of a component over a span: figures without events. */
function isUptime(value: unknown): value is JsonRecord {
  return hasKeys(value, "range_start", "range_end", "uptime_percentage");
}

const LISTS = ["incidents", "scheduled_maintenances", "components"] as const;

/** Statuspage: incidents of the public and the manage API, and webhooks about an incident or a component. */
export const statuspageImporter: Importer = {
  name: "statuspage",
  label: "Statuspage",
  letter: "T",
  reads: { incidents: "Statuspage" },
  detect(source) {
    if (source.json === undefined) return 0;
    const records = open(source);
    const telling = records.filter(({ value }) => !isComponent(value) || isReadable(value));
    const whole = recordsOf(source);
    return whole.length > 0 && whole.every(isSummary)
      ? 0.97
      : 0.97 * shareOf(telling.length > 0 ? telling : records, isReadable);
  },
  explain: (source) => explainShare(open(source), isReadable, "incident updates or a component's status"),
  parse: (source, options) =>
    foldRepeats(
      collect(open(source), (record) => read(record, options)),
      () => false,
    ),
};

const isReadable = (value: unknown) => isStatusIncident(value) || isComponentUpdate(value) || isUptime(value);
const isPart = (value: unknown) => isStatusIncident(value) || isComponent(value);
const isComponent = (value: unknown): value is JsonRecord =>
  isRecord(value) &&
  textAt(value, "name") !== null &&
  textAt(value, "status") !== null &&
  Object.hasOwn(value, "page_id");

/** The whole page, `{page, components, incidents, status}`, even if nothing is wrong. */
const isSummary = ({ value }: SourceRecord) =>
  hasKeys(value, "page", "components", "status") && listAt(value, "components").every(isComponent);

function open(source: SourceText): SourceRecord[] {
  return recordsOf(source).flatMap((record) => openWrapper(record, !Array.isArray(source.json)));
}

/** `{page, incidents: […]}` of the API, `{page, incident: {…}}` of a webhook. */
function openWrapper(record: SourceRecord, alone: boolean): SourceRecord[] {
  if (!isRecord(record.value) || isReadable(record.value)) return [record];
  const single = recordAt(record.value, "incident");
  if (isStatusIncident(single)) return [{ line: record.line, value: single }];
  const rows = LISTS.flatMap((name) => {
    const list = listAt(record.value, name);
    return list.some(isPart) ? list.map((value, index) => ({ line: alone ? index + 1 : record.line, value })) : [];
  });
  return rows.length > 0 ? rows : [record];
}

function read({ line, value }: SourceRecord, options: ParseOptions): Outcomes {
  if (isComponentUpdate(value)) return readComponentUpdate(value, line, options);
  if (isStatusIncident(value)) return readStatusIncident(value, line, options);
  if (isUptime(value)) return readUptime(value);
  if (isComponent(value)) return { context: `Component ${textAt(value, "name")}: ${textAt(value, "status")}` };
  return { reject: refuseRecord(value, "a Statuspage incident or a change of a component") };
}
