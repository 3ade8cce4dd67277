import type { PaletteItem } from "#components/ui/palette/filter-groups.ts";

const RECORD = /^\/(incidents|reviews|actions|strategy)\/([A-Z]+-\d+)/;

interface Page {
  /** Key of the record that the page shows; null for a list. */
  key: string | null;
  /** Its other pages. */
  places: readonly PaletteItem[];
}

const INCIDENT_PAGES = [
  ["", "Timeline"],
  ["/impact", "Impact"],
  ["/import", "Import events"],
  ["/compare", "Compare with another incident"],
  ["/print", "Print view"],
] as const;
const REVIEW_PAGES = [
  ["", "Review"],
  ["/factors", "Factors"],
  ["/interview", "Interview"],
  ["/versions", "Versions"],
  ["/history", "History"],
] as const;
const PAGES: Record<string, readonly (readonly [path: string, label: string])[]> = {
  incidents: INCIDENT_PAGES,
  reviews: REVIEW_PAGES,
};

/** Returns the record of a page's URL, and the other pages of that record. */
export function pageOfPath(path: string): Page {
  const [here, section = "", key = null] = RECORD.exec(path) ?? [];
  if (!here || key === null) return { key: null, places: [] };
  const places = (PAGES[section] ?? [])
    .map(([rest, label]) => ({ id: `${here}${rest}`, label, detail: key, href: `${here}${rest}` }))
    .filter(({ href }) => href !== path);
  return { key, places };
}
