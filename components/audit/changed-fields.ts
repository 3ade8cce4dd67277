export interface ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

const LONGEST = 160;

/** Field by field what an entry says was before and is after; fields that are the same are left out. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const was = recordOf(before);
  const is = recordOf(after);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.flatMap((name) => {
    const field = { field: fieldWords(name), before: valueWords(was[name]), after: valueWords(is[name]) };
    return field.before === field.after ? [] : [field];
  });
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** "availabilityTarget" as "availability target". */
const fieldWords = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();

function valueWords(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  const text =
    typeof value === "string" ? value : typeof value === "boolean" ? (value ? "yes" : "no") : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
