import type { FactorRole } from "#lib/base/vocabulary/factor.ts";

const WORDS = 9;
/** Titles of a write-up's parts and the role that what stands below plays. A root cause is one contributor among others. */
const ROLES: readonly (readonly [RegExp, FactorRole])[] = [
  [/\b(?:where |how )?(?:we |did we )?(?:got|get) lucky\b|^luck\b/i, "luck"],
  [/^(?:the )?triggers?(?: of .{1,40})?$|\btriggering (?:event|change)\b/i, "trigger"],
  [
    /\broot[- ]?causes?\b|\bcontribut(?:ing|ory) (?:factors?|causes?|conditions?)\b|^(?:the |underlying |probable |proximate )?causes?(?: of .{1,60}| analysis)?$|^contributors$|^(?:what )?caused (?:this|it|the \w+)\b|^why (?:did )?(?:this|it|the \w+)(?: \w+)? happen/i,
    "contributor",
  ],
];
/** Titles that only speak of a cause: a template's hint, an action, what is not known. */
const NOT = /\b(?:actions?|follow[- ]?ups?|fix(?:es)?|unknown|template|timeline|measures|remediation)\b/i;

/** Parts that may stand below a cause without being one. */
const ANOTHER_PART =
  /\b(?:went (?:well|wrong|poorly|badly|right)|opportunit(?:y|ies)|improve(?:ments?)?|learn(?:ed|t|ings?)?|lessons|impact|detection|resolution|recovery|mitigation|timeline|attendees|links|references)\b/i;

export const isAnotherPart = (title: string): boolean => ANOTHER_PART.test(title) || NOT.test(title);

/** The role of the factors below a heading; null for a heading of anything else. */
export function roleOfTitle(title: string): FactorRole | null {
  const words = title
    .replace(/:[a-z_]{1,40}:/g, " ")
    .replace(/^[\d.)\s#]{1,10}|[\s:.]{1,10}$/g, "")
    .trim();
  if (words.length > 90 || words.split(/\s+/).length > WORDS || NOT.test(words)) return null;
  return ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
