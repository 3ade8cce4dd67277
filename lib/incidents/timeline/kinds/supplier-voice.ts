import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { withoutTimes } from "./without-times.ts";

const OURS = /^\W*(?:we|i|our|us|customers?|users?|support)\b(?! \w+ (?:vendor|supplier|provider|host|carrier)\b)/i;
const SUPPLIERS = oneOf`
  (?:power|electric(?:ity|al)?|utility|energy|gas|water|phone|telephone|telecoms?|internet|cloud|hosting) compan(?:y|ies)
  (?:service|hosting|internet|cloud|network|upstream|transit|colo(?:cation)?|power|electricity|dns|payments?|email|fib(?:re|er)) providers?
  (?:grid|network|data ?cent(?:re|er)|colo(?:cation)?|cable) operators? | upstream providers?
`;
/** Words that mean other things too, so an article comes first. */
const SHORTLY = "(?:isp|carrier|telco|vendor|supplier|utility|hoster|registrar|provider)";
/** They are called, or the words name something else. */
const NOT_ACTING = oneOf`
  (?:is|was|were|are|has been|had been|gets|got) (?:called|contacted|asked|informed|notified|paged|engaged|involved|alerted|told|brought|pulled|requested|consulted)
  (?:called|contacted|asked|informed|notified|engaged|involved|alerted|ticket|case|contract|support (?:ticket|case|call))\b
  (?:class|module|library|plugin|package|code|id|key|list|config\w*|table|field|file|page|branch|lock|board|card|signal)\b
`;
/** "On its status page", "marks their incident as resolved", "on their side". */
const THEIRS = new RegExp(
  oneOf`
    \b(?:its|their) (?:own |public )*(?:status ?page\b|(?:incident|outage)\b(?= (?:as |is |has been )?(?:resolved|closed|over|fixed)|\s*$))
    ^(?!.*\b(?:fine|normal|nothing|no|not)\b).*\bon (?:its|their) (?:side|end)\b
    ^\W*[A-Z][\w.]+(?: [A-Z][\w.]+)?['’]s status ?page (?:says|shows|reports|lists|states)\b
  `,
);
/** "The power company repaired", "our ISP says", but not "our carrier was asked": what a supplier does itself. */
const ACTING = new RegExp(
  `^\\W*(?:${oneOf`
    (?:(?:our|the|a|an|their) )?(?:[a-z][a-z-]* ){0,2}${SUPPLIERS}
    (?:our|the|their) (?:[a-z][a-z-]* )?${SHORTLY}
    (?:engineers?|technicians?|crews?|staff|electricians?|support) (?:of|from|at) (?:our|the|a) (?:[a-z][a-z-]* ){0,2}(?:${SUPPLIERS}|${SHORTLY})
  `})(?:['’]s? (?:engineers?|technicians?|crews?|staff|team|support))?,? (?!${NOT_ACTING})`,
  "i",
);
const WHEN = /^\W*(?:(?:at|on|by|around|about|from|until|before|after|approximately) |\d)/i;
/** The name at the start of a line, which isn't an ordinary word there. */
const NAME = /^\W*([A-Z][A-Za-z0-9.]{2,24})\b/;
const NO_NAME = new Set(
  `the our first all one some several many most engineering support customers users team update status incident page
   this that their its after before during when while`.split(/\s+/),
);
/** Kinds that a supplier's line can seem to have. */
const SEEMS: ReadonlySet<EventKind> = new Set<EventKind>([
  "public_update",
  "resolved",
  "closed",
  "mitigated",
  "impact_ended",
  "monitoring",
  "mitigation_started",
  "declared",
  "observation",
]);
/** Kinds that become an event of the supplier. Steps and changes that the text names more exactly keep their kind. */
const DONE_BY_THEM: ReadonlySet<EventKind> = new Set<EventKind>([
  ...SEEMS,
  "error_observed",
  "impact_started",
  "dependency_event",
]);
const STAGE =
  /^\W*(?:(?:still |continuing |continued )?investigat\w+|identified|monitoring|updated?|resolved|recover\w+)\b/i;

/** Distinguishes a supplier's updates from one's own, across the lines of a document. */
export class SupplierVoice {
  readonly #names = new Set<string>();
  readonly #isOfSupplier: boolean;

  /** `isOfSupplier`: the document is a log of what a supplier posts. */
  constructor(isOfSupplier: boolean) {
    this.#isOfSupplier = isOfSupplier;
  }

  /** Returns whether a line is about a supplier's own incident. `kind` is what its words suggest. */
  isIn(title: string, kind: EventKind): boolean {
    const mayBe = title.includes("heir ") || title.includes("its ") || title.includes("s status");
    if (mayBe && THEIRS.test(title) && !OURS.test(title)) {
      const name = nameIn(title);
      if (name) this.#names.add(name);
      return true;
    }
    if (this.#isOfSupplier && STAGE.test(title)) return true;
    if (DONE_BY_THEM.has(kind) && ACTING.test(WHEN.test(title) ? withoutTimes(title) : title)) return true;
    if (this.#names.size === 0 || !SEEMS.has(kind)) return false;
    const name = nameIn(title);
    return name !== null && this.#names.has(name);
  }
}

function nameIn(title: string): string | null {
  const name = NAME.exec(title)?.[1]?.toLowerCase() ?? null;
  return name === null || NO_NAME.has(name) ? null : name;
}
