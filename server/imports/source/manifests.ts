import { parseAllDocuments } from "yaml";
import { isRecord } from "../kit/values.ts";

const MANIFEST = /^(?:---[^\n]*\n|#[^\n]*\n|\s*\n)*apiVersion:\s/;
const MOST_BYTES = 20_000_000;

/** YAML manifests as `kubectl get -o yaml` prints them, as values; undefined for any other text. Aliases are bounded. */
export function readManifests(text: string): unknown {
  if (text.length > MOST_BYTES || !MANIFEST.test(text)) return undefined;
  try {
    const documents = parseAllDocuments(text, { logLevel: "silent", schema: "core" });
    if (!Array.isArray(documents)) return undefined;
    const values = documents.map((document) => document.toJS({ maxAliasCount: 100 }) as unknown).filter(isRecord);
    return values.length > 1 ? values : values[0];
  } catch {
    return undefined;
  }
}
