import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const OURS = /^\W*(?:we|i|our|us|customers?|users?|support)\b(?! \w+ (?:vendor|supplier|provider|host|carrier)\b)/i;
/** "On its status page", "marks their incident as resolved", "on their side". */
const THEIRS = new RegExp(
  oneOf`
    \b(?:its|their) (?:own |public )*(?:status ?page\b|(?:incident|outage)\b(?= (?:as |is |has been )?(?:resolved|closed|over|fixed)|\s*$))
    ^(?!.*\b(?:fine|normal|nothing|no|not)\b).*\bon (?:its|their) (?:side|end)\b
    ^\W*[A-Z][\w.]+(?: [A-Z][\w.]+)?['’]s status ?page (?:says|shows|reports|lists|states)\b
  `,
);
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
const STAGE =
  /^\W*(?:(?:still |continuing |continued )?investigat\w+|identified|monitoring|updated?|resolved|recover\w+)\b/i;

/** Tells a supplier's updates from one's own, across the lines of a document. */
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
    if (this.#names.size === 0 || !SEEMS.has(kind)) return false;
    const name = nameIn(title);
    return name !== null && this.#names.has(name);
  }
}

function nameIn(title: string): string | null {
  const name = NAME.exec(title)?.[1]?.toLowerCase() ?? null;
  return name === null || NO_NAME.has(name) ? null : name;
}
