import type { Aspect, Clause } from "./clause.ts";
import { COMPOUND, IS, isA, type Word } from "./lexicon.ts";

/** Particles that make another verb of a verb: "roll back". */
const PARTICLES: Readonly<Record<string, string>> = {
  roll: "back out forward over",
  fail: "over",
  turn: "off on",
  switch: "off on over",
  take: "over down off out offline",
  bring: "back in up down online",
  scale: "up down out",
  shut: "down off",
  rule: "out",
  sign: "off",
  log: "off",
  drop: "off",
  hand: "over off",
  go: "down off back out live",
  time: "out",
  come: "back in online up",
  reach: "out",
  call: "in off",
  pull: "in",
  loop: "in",
  kick: "off",
  stand: "down up",
  cut: "off",
  spin: "up",
  write: "in",
  run: "out",
  look: "into at",
  move: "off",
  swing: "over",
  dial: "in",
  hop: "on",
  get: "online",
  let: "go",
  fall: "back over behind",
  toggle: "off on",
  give: "up",
  wake: "up",
  clean: "up",
  put: "up back",
  back: "out off up",
  catch: "up",
  free: "up",
  pile: "up",
  pick: "up",
};
/** Verbs that some people write as one word. */
const JOINED: Readonly<Record<string, string>> = {
  rollback: "roll-back",
  failover: "fail-over",
  shutdown: "shut-down",
};
const REACH = 6;

/** Joins a verb and its particle: "rolled the change back". */
export function withParticle(clause: Clause): Clause {
  const joined = JOINED[clause.verb];
  if (joined) return { ...clause, verb: joined };
  const particles = PARTICLES[clause.verb]?.split(" ");
  if (!particles) return clause;
  const until = clause.object.findIndex((word) => isA(word, IS.be | IS.have | IS.modal | IS.do));
  const reach = until < 0 ? REACH : Math.min(until, REACH);
  const at = clause.object.slice(0, reach).findIndex(({ text }) => particles.includes(text));
  const particle = clause.object[at];
  if (particle === undefined) return clause;
  return {
    ...clause,
    verb: `${clause.verb}-${particle.text}`,
    object: clause.object.filter((_, place) => place !== at),
  };
}

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
  begin: "started",
  start: "started",
  initiate: "started",
  "kick-off": "started",
  commence: "started",
  resume: "started",
  trigger: "started",
  launch: "started",
  attempt: "tried",
  try: "tried",
  continue: "ongoing",
  keep: "ongoing",
  complete: "finished",
  finish: "finished",
  succeed: "finished",
  conclude: "finished",
  propagate: "finished",
  do: "finished",
  end: "finished",
};
const STATE_ASPECTS: Readonly<Record<string, Aspect>> = {
  complete: "finished",
  done: "finished",
  live: "finished",
  finished: "finished",
  successful: "finished",
  over: "finished",
  underway: "ongoing",
  in: "ongoing",
};

/** Replaces a verb of aspect by its act: "begins to restart", "the restart is completed", "starts the rollback". */
export function lighten(clause: Clause): Clause {
  const { verb, object, voice } = clause;
  const state = verb === "be" ? STATE_ASPECTS[object[0]?.text ?? ""] : undefined;
  const aspect = state ?? ASPECT_OF[verb];
  if (!aspect) return PERFORMING.has(verb) ? performed(clause) : clause;
  if (state || voice === "passive" || object.length === 0 || !startsAct(object)) {
    const isCause = verb === "trigger" && voice === "active";
    const act = actOf(clause);
    return act === undefined || isCause ? clause : { ...clause, verb: act, form: "noun", aspect };
  }
  const at = object.findIndex((word) => word.text !== "to" && !isA(word, IS.determiner) && (word.verb || word.act));
  const inner = object[at];
  return {
    ...clause,
    verb: inner?.act ?? inner?.verb?.lemma ?? verb,
    form: inner?.act ? "noun" : "base",
    aspect,
    object: object.slice(at + 1),
  };
}

/** Returns the act that the subject is about: "the rollback", "the rollback operation". */
function actOf({ head, subject }: Clause): string | undefined {
  if (!head || !COMPOUND.has(head.text)) return head?.act;
  return subject[subject.indexOf(head) - 1]?.act;
}

const PERFORMING: ReadonlySet<string> = new Set("perform execute conduct undertake run make issue".split(" "));

/** Returns the act that was performed: "Performed a restart", "rollback was executed". */
function performed(clause: Clause): Clause {
  if (clause.voice === "passive") {
    const act = actOf(clause);
    return act === undefined ? clause : { ...clause, verb: act };
  }
  const cut = clause.object.findIndex((word) => isA(word, IS.preposition));
  const [head] = clause.object.slice(0, cut < 0 ? undefined : cut).slice(-1);
  return head?.act === undefined ? clause : { ...clause, verb: head.act };
}

/** Returns whether the words after "begin" name an act: "to restart", "restarting", "the rollback of". */
function startsAct(object: readonly Word[]): boolean {
  const at = object.findIndex((word) => word.text !== "to" && !isA(word, IS.determiner | IS.adverb));
  const [first, second] = [object[at], object[at + 1]];
  if (object[0]?.text === "to" || first?.verb?.form === "ing" || first?.act !== undefined)
    return first?.verb !== undefined || first?.act !== undefined;
  return second?.act !== undefined;
}

/** Matches "Start of the outage", "end of the rollback". */
const EDGES: Readonly<Record<string, Aspect>> = {
  start: "started",
  beginning: "started",
  onset: "started",
  end: "finished",
};

/** A clause without a verb is about its last noun before a preposition: "Rollback of 1.2", "Root cause analysis". */
export function fromNoun(clause: Clause): Clause {
  const { head, subject } = clause;
  if (!head) return clause;
  const edge = EDGES[head.text];
  const after = edge ? subject.slice(subject.indexOf(head) + 1) : [];
  const act = after[0]?.text === "of" ? after.find((word) => word.act !== undefined)?.act : undefined;
  if (edge && act !== undefined) return { ...clause, verb: act, aspect: edge };
  if (edge && after[0]?.text === "of" && after[1]) {
    const cut = after.findIndex((word, at) => at > 0 && isA(word, IS.preposition));
    const named = after.slice(1, cut < 0 ? undefined : cut);
    const verb = edge === "started" ? "begin" : "end";
    return { ...clause, verb, form: "past", aspect: edge, subject: named, head: named.at(-1) };
  }
  const inner = actOf(clause);
  if (inner === undefined || isA(subject[0], IS.preposition)) return clause;
  const told = subject[subject.indexOf(head) - 1]?.text ?? "";
  if (WITHOUT_END.test(told)) return { ...clause, isReal: false };
  const aspect = head.text.startsWith("attempt") ? "tried" : inner === "outage" ? undefined : DESCRIBED[told];
  return { ...clause, verb: inner, aspect: aspect ?? "plain" };
}

/** How far an act came that only a noun names: "Successful rollback". */
const DESCRIBED: Readonly<Record<string, Aspect>> = {
  successful: "finished",
  complete: "finished",
  completed: "finished",
  full: "finished",
  attempted: "tried",
  ongoing: "ongoing",
};
const WITHOUT_END = /^(?:failed|unsuccessful|failing|possible|potential|suggested|proposed|requested|planned|pending)$/;
