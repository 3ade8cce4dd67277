import type { IncidentRole } from "#lib/base/vocabulary/incident.ts";
import type { ReviewFacts } from "./facts.ts";

const ROLE_IN_PROSE: Record<IncidentRole, string> = {
  commander: "the incident commander",
  communications: "the communications lead",
  scribe: "the scribe",
  subject_expert: "a subject expert",
  on_call: "the on-call engineer",
};
const NO_ROLE = "a responder";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Returns a function that replaces full names with roles, for analysis. The timeline itself keeps the names. */
export function nameToRole({ roles, people }: Pick<ReviewFacts, "roles" | "people">): (text: string) => string {
  const wordsOf = new Map<string, string>();
  for (const { name } of people) wordsOf.set(name.trim().toLowerCase(), NO_ROLE);
  for (const { name, role } of roles) wordsOf.set(name.trim().toLowerCase(), ROLE_IN_PROSE[role]);
  wordsOf.delete("");
  if (wordsOf.size === 0) return (text) => text;

  const longestFirst = [...wordsOf.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])@?(${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) =>
    text.replace(pattern, (_, name: string, offset: number) => {
      const words = wordsOf.get(name.toLowerCase()) ?? NO_ROLE;
      return offset === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
    });
}
