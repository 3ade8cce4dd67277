import { type Inflected, inflectAll } from "./inflect.ts";
import { DESCRIBING, INTRANSITIVE, LIGHT, NAMING, NOUN_PRONE, SAME_PAST, SEEING, VERBS } from "./verbs.ts";

/** Small words by their function in a sentence. A word can have several. */
const SMALL_WORDS = {
  be: "is are was were be been being isn't aren't wasn't weren't",
  have: "has have had hasn't haven't hadn't",
  get: "gets get got getting",
  do: "do does did don't doesn't didn't",
  modal:
    "will would could should shall might may can must cannot can't won't wouldn't couldn't shouldn't ought i'll we'll they'll you'll",
  ability: "can cannot can't could couldn't",
  negation:
    "not never no nobody none nothing neither without cannot can't won't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't couldn't wouldn't shouldn't",
  determiner:
    "the a an this that these those its our their his her my your all any some both each every another more further additional no two three four five several many most few",
  pronoun: "we i he she they it you someone somebody everyone who",
  preposition:
    "of in on at by for with from to into onto about after before during under over across through via per due despite without within against between towards until since because as around near behind like than out off up upon amid amidst beyond inside outside throughout below above against regarding concerning toward besides beside among amongst",
  subordinator:
    "because since if unless when whenever while whilst although though until till once after before as so which who whom whose where whereas whether despite due in-order following including",
  adverb:
    "also still now then again already just only once finally initially soon first once-more manually successfully back more yet ever even both all almost mostly fully partially partly completely entirely slowly gradually quickly immediately eventually temporarily currently automatically subsequently later further officially not never no longer here there",
  /** Introduces what someone thinks or says. */
  content: "that how why what",
  contrast: "but although though except however",
  condition: "if unless should",
  /** A program that can be the object of a command. */
  tool: "systemctl kubectl docker sudo helm service-ctl",
  /** Can join another statement. */
  joint: "and & then but to",
  /** A state without "is": "site down". */
  state:
    "down offline unavailable unreachable reachable available accessible back online operational unresponsive complete live successful normal healthy stable unhealthy broken stuck unusable full",
  /** Looks like a verb in -ing, but names a thing. */
  thing:
    "warning limiting handling balancing scaling monitoring caching logging routing testing processing billing hosting polling throttling mapping networking pooling",
  /** "Unable to": the words after "to" belong to the verb. */
  leading:
    "able unable going about due fail fails failed failing used had have has need needs appears appeared seems seemed",
} as const;

/** Traits of a verb. */
const VERB_TRAITS = {
  nounProne: NOUN_PRONE,
  describing: DESCRIBING,
  intransitive: INTRANSITIVE,
  samePast: SAME_PAST,
  light: LIGHT,
  naming: NAMING,
  seeing: SEEING,
} as const;

export type Trait = keyof typeof SMALL_WORDS | keyof typeof VERB_TRAITS | "manner";

/** The bit of each trait. */
export const IS = Object.fromEntries(
  [...Object.keys(SMALL_WORDS), ...Object.keys(VERB_TRAITS), "manner"].map((name, place) => [name, 1 << place]),
) as Readonly<Record<Trait, number>>;

/** A word with everything known about it, looked up once. For known words `raw` is in lower case too. */
export interface Word {
  text: string;
  raw: string;
  bits: number;
  verb: Inflected | undefined;
  /** The verb of the act that a noun names. */
  act: string | undefined;
}

/** Nouns that name an act, with the verb of that act. */
const ACT_NOUNS = new Map(
  `deploy=deploy deployment=deploy deployments=deploy deploys=deploy redeploy=deploy redeployment=deploy release=release rollout=roll-out roll-out=roll-out push=push
  rollback=roll-back roll-back=roll-back rollbacks=roll-back revert=revert reversion=revert power-cycle=restart powercycle=restart restart=restart restarts=restart reload=reload relaunch=relaunch downgrade=downgrade reboot=reboot
  failover=fail-over fail-over=fail-over switchover=fail-over switch-over=fail-over cutover=fail-over reinstall=reinstall reinstallation=reinstall drain=drain creation=create rollover=roll-over rollovers=roll-over replacement=replace resize=resize migration=migrate migrations=migrate upgrade=upgrade upgrades=upgrade update=update install=install installation=install
  fix=fix hotfix=hotfix patch=patch workaround=mitigate mitigation=mitigate mitigations=mitigate remediation=mitigate
  investigation=investigate investigations=investigate troubleshooting=investigate triage=investigate debugging=investigate
  outage=outage interruption=outage brownout=outage blackout=outage unavailability=outage downtime=outage disruption=outage degradation=outage impact=outage slowdown=outage
  scaling=scale scale-up=scale-up escalation=escalate handover=hand-over handoff=hand-over acknowledgement=acknowledge
  restoration=restore restore=restore recovery=recover monitoring=monitor purge=purge flush=flush cleanup=clean-up removal=remove deletion=delete truncation=truncate destruction=destroy`
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

/** Nouns that follow the act they are about: "restart attempt", "rollback operation". */
export const COMPOUND: ReadonlySet<string> = new Set(
  "attempt attempts operation operations procedure process step steps phase stage pipeline job run task".split(" "),
);

const KNOWN = new Map<string, Word>();
const know = (text: string, more: Partial<Word>) => {
  const old = KNOWN.get(text) ?? { text, raw: text, bits: 0, verb: undefined, act: undefined };
  KNOWN.set(text, { ...old, ...more, bits: old.bits | (more.bits ?? 0) });
};

for (const [trait, words] of Object.entries(SMALL_WORDS) as [Trait, string][]) {
  for (const word of words.split(" ")) know(word, { bits: IS[trait] });
}
const traitsOf = new Map<string, number>();
for (const [trait, verbs] of Object.entries(VERB_TRAITS) as [Trait, string][]) {
  for (const verb of verbs.split(" ")) traitsOf.set(verb, (traitsOf.get(verb) ?? 0) | IS[trait]);
}
for (const [word, verb] of inflectAll(VERBS)) know(word, { verb, bits: traitsOf.get(verb.lemma) ?? 0 });
know("occured", { verb: { lemma: "occur", form: "past" }, bits: IS.intransitive });
know("ack'd", { verb: { lemma: "ack", form: "past" } });
for (const [noun, act] of ACT_NOUNS) know(noun, { act });

const NOT_MANNER = new Set("fastly supply assembly family daily early anomaly weekly monthly hourly".split(" "));
/** A "'s" that means "is", not a possessive. */
const CLITIC = new Set("it's that's here's there's what's who's he's she's let's".split(" "));
/** Prefixes for the manner of an act: "hard-stopped", "auto-deploys". */
const HOW: ReadonlySet<string> = new Set("auto force hard cold soft mass squash manually".split(" "));
const SHORTEST_MANNER = 5;

/** Returns everything known about a word in lower case. */
export function wordOf(text: string, raw: string): Word {
  const known = KNOWN.get(text);
  if (known) return known;
  const cut = text.indexOf("-");
  const act = cut > 0 && HOW.has(text.slice(0, cut)) ? KNOWN.get(text.slice(cut + 1)) : undefined;
  if (act?.verb) return { ...act, text, raw };
  if (text.endsWith("'s") && !CLITIC.has(text))
    return { text, raw, bits: IS.determiner, verb: undefined, act: undefined };
  const isManner = text.length >= SHORTEST_MANNER && text.endsWith("ly") && !NOT_MANNER.has(text);
  return { text, raw, bits: isManner ? IS.manner : 0, verb: undefined, act: undefined };
}

/** Returns whether a word has one of the traits, given as bits. False for no word. */
export const isA = (word: Word | undefined, traits: number): boolean =>
  word !== undefined && (word.bits & traits) !== 0;
