import { deviceWords } from "#components/people/me/device-words.ts";
import { recordedFields, valueWords } from "#lib/across/audit/change-words.ts";
import { fieldWords } from "#lib/across/audit/field-labels.ts";
import { GATE_WORDS } from "#lib/base/vocabulary/review.ts";

export interface ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

/** Fields whose names or values are only for machines. */
const PLAIN: Record<string, { field: string; words: (value: string) => string }> = {
  ip: { field: "network address", words: (address) => address },
  userAgent: { field: "device", words: deviceWords },
  gate: { field: "gate", words: (gate) => GATE_WORDS[gate] ?? fieldWords(gate) },
};

// These identify the row and don't change.
const ADDRESS = new Set(["id", "key", "version"]);

interface Entry {
  action: string;
  before: unknown;
  after: unknown;
  /** Of ids. */
  names?: Record<string, string>;
}

/** Returns the changed fields of an entry, each with its value before and after. Unchanged ones are left out. */
export function changedFields({ action, before, after, names = {} }: Entry): ChangedField[] {
  const was = recordedFields(before);
  const is = recordedFields(after);
  const fields = Object.keys(Object.keys(is).length > 0 ? is : was).filter((name) => !ADDRESS.has(name));
  return fields.flatMap((name) => {
    const plain = PLAIN[name];
    const words = (value: unknown) =>
      plain && typeof value === "string" ? plain.words(value) : valueWords(value, names, name);
    const field = { field: plain?.field ?? fieldWords(name, action), before: words(was[name]), after: words(is[name]) };
    return field.before === field.after ? [] : [field];
  });
}
