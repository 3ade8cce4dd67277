import type { ParseOptions } from "#importers/base/importer.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";

/** The zones that RFC 5322 still allows by name. */
const NAMED: Record<string, string> = {
  EST: "-0500",
  EDT: "-0400",
  CST: "-0600",
  CDT: "-0500",
  MST: "-0700",
  MDT: "-0600",
  PST: "-0800",
  PDT: "-0700",
};

/** The Date header as an instant, stated as written; null when it is none. */
export function readMailTime(header: string, options: ParseOptions): StatedTime | null {
  const stated = header.replace(/\s+/g, " ").trim().slice(0, 100);
  const plain = stated
    .replace(/\s?\([^()]{0,40}\)$/, "")
    .replace(/ ([ECMP][SD]T)$/, (whole, name: string) => (NAMED[name] ? ` ${NAMED[name]}` : whole));
  const time = readInstant(plain, options);
  return time ? { ...time, statedText: stated } : null;
}
