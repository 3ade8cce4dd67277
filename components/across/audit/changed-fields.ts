import { fieldWords, valueWords } from "#lib/across/audit/change-words.ts";

export interface ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

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
