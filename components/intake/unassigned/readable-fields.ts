import type { IncomingEvent } from "#lib/contract/unassigned.ts";

export interface ReadableField {
  term: string;
  value: string;
  isLink: boolean;
}

type Described = Pick<IncomingEvent, "title" | "body" | "url" | "severity" | "labels">;

const MACHINE_NAME = /^(.*?)[._-]?(id|uuid|fingerprint|hash|token)$/i;
const LINK = /^https?:\/\/\S+$/;

/**
 * Returns the content of an event, in reading order: text, severity and URL, then labels by name, and machine values
 * (ids, fingerprints) last. Each value appears once.
 */
export function readableFields({ title, body, url, severity, labels }: Described): ReadableField[] {
  const own = [
    ["Text", body.trim()],
    ["Severity", severity],
    ["Link", url],
  ] as const;
  const names = Object.keys(labels).toSorted((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b));
  const all = [...own, ...names.map((name) => [name, labels[name]] as const)];
  const said = new Set([title]);
  return all.flatMap(([term, value]) => {
    if (!value || said.has(value)) return [];
    said.add(value);
    return [{ term, value, isLink: LINK.test(value) }];
  });
}

const rankOf = (name: string) => (MACHINE_NAME.test(name) ? 1 : 0);
