import { GATE_WORDS } from "#lib/across/audit/action-words.ts";
import { fieldWords, valueWords } from "#lib/across/audit/change-words.ts";
import { idsIn } from "#server/base/audit/index.ts";

const MOST_DETAILS = 12;
const ADDRESS = new Set(["key", "id", "version"]);
/** Fields that say on their own what it was about. */
const SUBJECTS = new Set(["title", "statement", "quote", "name", "label"]);

/**
 * What an audit entry is about in quotes, then its other fields in one line, "owner: Maya; status: open". Keys and versions
 * say nothing to a reader, and neither does an id without a name: a list of those is counted.
 */
export function detailsOf(after: unknown, names: ReadonlyMap<string, string>): string[] {
  if (typeof after !== "object" || after === null || Array.isArray(after)) return [];
  const known = Object.fromEntries(names);
  const fields = Object.entries(after);
  const subjects = fields.flatMap(([name, value]) => {
    const words = SUBJECTS.has(name) ? valueWords(value, known) : null;
    return words === null ? [] : `“${words}”`;
  });
  const others = fields
    .filter(([name]) => !SUBJECTS.has(name))
    .flatMap(([name, value]) => {
      if (ADDRESS.has(name)) return [];
      const gate = name === "gate" && typeof value === "string" ? GATE_WORDS[value] : undefined;
      if (gate) return [gate];
      const isNamed = idsIn(value).every((id) => names.has(id));
      const words = isNamed ? valueWords(value, known) : Array.isArray(value) ? String(value.length) : null;
      return words === null ? [] : `${fieldWords(name)}: ${words}`;
    })
    .slice(0, MOST_DETAILS)
    .join("; ");
  return others === "" ? subjects : [...subjects, others];
}
