/** The forms a written verb can be. `past` also means the participle if both are the same. */
export type VerbForm = "base" | "s" | "ing" | "past" | "participle";

export interface Inflected {
  lemma: string;
  form: VerbForm;
  /** A past form that isn't a participle: "went", "saw". */
  isOnlyPast?: true;
}

/**
 * Returns every written form of the verbs. The input is "base" for a regular verb, and "base/past" or
 * "base/past/participle" for others.
 */
export function inflectAll(verbs: string): Map<string, Inflected> {
  const forms = new Map<string, Inflected>();
  const add = (word: string, lemma: string, form: VerbForm, rest?: { isOnlyPast: true }) => {
    if (!forms.has(word)) forms.set(word, { lemma, form, ...rest });
  };
  for (const entry of verbs.split(/\s+/).filter((word) => word !== "")) {
    const [written = "", past, participle] = entry.split("/");
    const doubles = written.endsWith("*");
    const lemma = doubles ? written.slice(0, -1) : written;
    add(lemma, lemma, "base");
    add(withS(lemma), lemma, "s");
    const isOnlyPast = participle !== undefined && participle !== past;
    // "Cancelled" and "canceled".
    const both = /[^aeiou][aeiou]l$/.test(lemma) ? [lemma, `${lemma}l`] : [lemma];
    for (const stem of doubles ? [lemma + lemma.slice(-1)] : both) {
      add(withIng(stem), lemma, "ing");
      add(past ?? withEd(stem), lemma, past === lemma ? "base" : "past", isOnlyPast ? { isOnlyPast } : undefined);
    }
    if (participle) add(participle, lemma, "participle");
  }
  return forms;
}

function withS(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function withIng(stem: string): string {
  if (stem.endsWith("ie")) return `${stem.slice(0, -2)}ying`;
  return `${stem.replace(/([^aeiouyo])e$/, "$1").replace(/ue$/, "u")}ing`;
}

function withEd(stem: string): string {
  if (stem.endsWith("e")) return `${stem}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}
