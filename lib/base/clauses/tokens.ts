import { type Word, wordOf } from "./lexicon.ts";

/** A mark between words, such as a comma or the end of a line. */
export interface Mark {
  mark: string;
}

/** The role of a character in a text: a space, a mark, inside a word only, or also at its start. */
const [BETWEEN, MARK, INSIDE, BEGINS] = [0, 1, 2, 3];
const ASCII = 128;
const TYPES = Uint8Array.from({ length: ASCII }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/[\n.,;:!?()[\]-]/.test(letter)) return letter === "." || letter === "-" ? INSIDE : MARK;
  if (/[\w@#$%~</]/.test(letter)) return BEGINS;
  return /['+*=>]/.test(letter) ? INSIDE : BETWEEN;
});
const [EN_DASH, EM_DASH, APOSTROPHE, SPACES] = [0x2013, 0x2014, 0x2019, 0x2000];

function typeOf(code: number): number {
  if (code < ASCII) return TYPES[code] ?? BETWEEN;
  if (code === EN_DASH || code === EM_DASH) return MARK;
  if (code === APOSTROPHE) return INSIDE;
  // Spaces and quotation marks of other scripts.
  return code === 0xa0 || code === 0xab || code === 0xbb || (code >= SPACES && code < 0x2070) ? BETWEEN : BEGINS;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const COLON = 58;
const COMMA = 44;
const POINT = 46;
const HYPHEN = 45;

/** A full stop after a word ends a sentence unless it belongs to an abbreviation. */
const SHORT: ReadonlySet<string> = new Set("e.g i.e etc vs approx no a.m p.m".split(" "));

/** Two words that are one name. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  `status page=statuspage, status site=statuspage, status blog=statuspage, status pages=statuspage, on call=on-call, incident commander=commander,
  incident manager=commander, incident lead=commander, war room=war-room, new relic=newrelic, crash loop=crashloop,
  crash loops=crashloop, crash looping=crashloop, health check=healthcheck, health checks=healthchecks,
  support ticket=ticket, support case=ticket, pager duty=pagerduty, blog post=announcement,
  official announcement=announcement, mailing list=mailing-list, kill switch=killswitch, auto scaling=autoscaling,
  roll back=rollback, load balancer=loadbalancer, come online=come-online, all clear=all-clear,
  rolling restart=restart, rolling reboot=reboot, rolling deploy=deploy, rolling upgrade=upgrade,
  maintenance mode=maintenance-mode, maintenance page=maintenance-page, safe mode=safe-mode,
  circuit breaker=breaker, read traffic=read-traffic, no effect=no-effect, no avail=no-avail, no luck=no-luck,
  no change=no-change, no improvement=no-improvement, no difference=no-difference, no impact=no-effect,
  same result=same-result, without success=no-success, without effect=no-effect, no success=no-success,
  in vain=in-vain, customer success=customer-success, customer support=customer-support,
  account manager=account-manager, comms lead=comms-lead, communications lead=comms-lead,
  google cloud=google-cloud, let's encrypt=letsencrypt, amazon web=aws, microsoft azure=azure,
  first line=first-line, second line=second-line, third line=third-line, node group=nodegroup,
  node groups=nodegroups, node pool=nodepool, node pools=nodepools, community member=user, community members=users,
  team member=engineer, team members=engineers, a team=other-team, one team=other-team, other teams=other-team,
  several teams=other-team, product teams=other-team, internal users=users, security group=firewall,
  security groups=firewall, rate limit=rate-limit, rate limits=rate-limit, rate limiting=rate-limit,
  rate limiter=rate-limit, payment processor=provider, lot of=many, lots of=many, couple of=few, bunch of=many,
  dozens of=many, hundreds of=many, thousands of=many, incident report=write-up, incident reports=write-ups,
  not ready=notready, hardware reset=reboot, hard reset=reboot, power cycle=reboot, data center=datacenter,
  data centre=datacenter, a halt=standstill, help desk=helpdesk, service desk=helpdesk, customer facing=customer-facing, aws services=aws, 500 gb=amount, 500 mb=amount, 500 ms=amount,
  bug report=report, bug reports=reports, kubernetes engine=kubernetes`
    .split(/,\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);
const PAIR_BEGINS: ReadonlySet<string> = new Set([...PAIRS.keys()].map((pair) => pair.split(" ")[0] ?? ""));

/** Returns the words and marks of a text, at most `most`. */
export function tokensOf(text: string, most: number): (Word | Mark)[] {
  const tokens: (Word | Mark)[] = [];
  let last: Word | null = null;
  let at = 0;
  while (at < text.length && tokens.length < most) {
    const code = text.charCodeAt(at);
    const type = typeOf(code);
    if (type !== BEGINS) {
      const isMark =
        type === MARK ||
        (code === POINT && !isQuote(text.charCodeAt(at + 1))) ||
        (code === HYPHEN && isSpace(text, at + 1));
      if (isMark) {
        tokens.push(markOf(text.charAt(at)));
        last = null;
      }
      at += 1;
      continue;
    }
    const end = endOfWord(text, at);
    const written = endOfPlain(text, at, end);
    const raw = text.slice(at, written);
    const lower = raw.toLowerCase();
    const pair: string | undefined =
      last && PAIR_BEGINS.has(last.text) ? PAIRS.get(`${last.text} ${lower}`) : undefined;
    if (pair !== undefined) tokens.pop();
    last = pair === undefined ? wordOf(plain(lower), raw) : wordOf(pair, pair);
    tokens.push(last);
    if (written < end && text.charCodeAt(end - 1) === POINT && !SHORT.has(lower)) {
      tokens.push(markOf("."));
      last = null;
    }
    at = end;
  }
  return tokens;
}

const MOST_WORDS = 80;

/** Returns the words of a text in their order without the marks between them, at most 80. */
export const wordsOf = (text: string): Word[] =>
  tokensOf(text, MOST_WORDS).filter((token): token is Word => !("mark" in token));

const MARKS = new Map<string, Mark>();
function markOf(mark: string): Mark {
  const known = MARKS.get(mark) ?? { mark };
  MARKS.set(mark, known);
  return known;
}

const isQuote = (code: number): boolean => code === 34 || code === 39 || code === 96;
const isSpace = (text: string, at: number): boolean => at >= text.length || text.charCodeAt(at) <= 32;

/** Returns where a word ends. A colon or comma between digits belongs to a time or number. */
function endOfWord(text: string, from: number): number {
  let end = from + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (typeOf(code) >= INSIDE) continue;
    if (!(code === COLON || code === COMMA) || !isDigit(text.charCodeAt(end - 1)) || !isDigit(text.charCodeAt(end + 1)))
      break;
  }
  return end;
}

/** Returns where the word ends without the full stops, quotes and hyphens after it. */
function endOfPlain(text: string, from: number, end: number): number {
  let plainEnd = end;
  while (plainEnd > from + 1) {
    const code = text.charCodeAt(plainEnd - 1);
    const isEnding = code === APOSTROPHE || (code < ASCII && TYPES[code] === INSIDE);
    if (!isEnding) break;
    plainEnd -= 1;
  }
  return plainEnd;
}

function plain(lower: string): string {
  if (lower.startsWith("status.") && lower.length > "status.".length) return "statuspage";
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}
