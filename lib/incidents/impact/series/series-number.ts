export interface SeriesNumber {
  value: number;
  /** Written with a percent sign. */
  isPercent: boolean;
}

const NUMBER = /^([-+]?(?:\d[\d.,' \u00A0\u202F]{0,40})?\d(?:e[-+]?\d{1,3})?|[-+]?[.,]\d{1,20})\s?(%|k|m|mil|bil|b)?$/i;
const SCALES: Record<string, number> = { k: 1e3, m: 1e6, mil: 1e6, b: 1e9, bil: 1e9 };

/** Placeholders of tools for a step without a sample. */
const NONE = /^(?:|-|–|nan|null|none|undefined|n\/a|na|[-+]?inf(?:inity)?)$/i;

/** Reads a number as metrics tools and spreadsheets write it. Null for an empty sample, undefined for anything else. */
export function readSeriesNumber(stated: string): SeriesNumber | null | undefined {
  const text = stated.trim();
  if (NONE.test(text)) return null;
  const [, digits, unit = ""] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(plain(digits));
  if (!Number.isFinite(value)) return undefined;
  return { value: value * (SCALES[unit.toLowerCase()] ?? 1), isPercent: unit === "%" };
}

/** Removes grouping marks and makes the decimal mark a dot: "1,234.5", "1.234,5", "1 234" and "0,5". */
function plain(digits: string): string {
  const text = digits.replace(/[' \u00A0\u202F]/g, "");
  const [comma, dot] = [text.lastIndexOf(","), text.lastIndexOf(".")];
  if (comma < 0) return text;
  if (dot > comma) return text.replaceAll(",", "");
  if (dot >= 0) return text.replaceAll(".", "").replace(",", ".");
  return /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text.replace(",", ".");
}
