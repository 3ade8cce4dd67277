export interface ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

const LONGEST = 160;

// What says which row was meant, not what became of it.
const ADDRESS = new Set(["id", "key", "version"]);

/**
 * Field by field what an entry says was before and is after, of the fields that it changed; those that stayed are left
 * out. `names` are the names of ids.
 */
export function changedFields(before: unknown, after: unknown, names: Record<string, string> = {}): ChangedField[] {
  const was = recordOf(before);
  const is = recordOf(after);
  const fields = Object.keys(Object.keys(is).length > 0 ? is : was).filter((name) => !ADDRESS.has(name));
  return fields.flatMap((name) => {
    const field = { field: fieldWords(name), before: valueWords(was[name], names), after: valueWords(is[name], names) };
    return field.before === field.after ? [] : [field];
  });
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** "ownerTeamId" as "owner team", "availabilityTarget" as "availability target". */
const fieldWords = (name: string) =>
  name
    .replace(/Ids?$/, (end) => (end === "Ids" ? "s" : ""))
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();

function valueWords(value: unknown, names: Record<string, string>): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.length === 0) return null;
  const text =
    typeof value === "string"
      ? (names[value] ?? value)
      : Array.isArray(value) && value.every((item) => typeof item === "string")
        ? value.map((item) => names[item] ?? item).join(", ")
        : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
