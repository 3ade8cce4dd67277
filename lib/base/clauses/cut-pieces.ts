import { findVerb } from "./find-verb.ts";
import { IS, isA, type Word } from "./lexicon.ts";
import type { Mark } from "./tokens.ts";
import { isAuxiliary, isPast } from "./verb-words.ts";

/** Words that belong together, cut out of a text. */
export interface Piece {
  words: Word[];
  /** False if it gives a time or reason, or the object of thinking or speaking. */
  isMain: boolean;
  isSeen: boolean;
  /** In brackets, so its subject isn't that of the following piece. */
  isAside: boolean;
  isContrasted: boolean;
  /** Followed by "that" and what someone says. */
  leads: boolean;
  /** Followed by "that", "how" or "why" and what is said or thought. */
  tellsWhat: boolean;
  /** After a colon: announced by the words before it. */
  isAnnounced: boolean;
  /** Whether a verb at its start has the subject of the piece before. */
  goesOn: boolean;
}

/** "Works as usual": a manner, not a reason. */
const AS_EVER: ReadonlySet<string> = new Set("usual normal intended designed".split(" "));
const SENTENCE_ENDS: ReadonlySet<string> = new Set("\n . ; : ! ? - – —".split(" "));

/** Cuts a text where one statement ends and where something other than a statement starts. */
export function cutPieces(tokens: readonly (Word | Mark)[]): Piece[] {
  const cutter = new Cutter();
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token) continue;
    if ("mark" in token) {
      const behind = BRACKETS.has(token.mark) ? behindBracket(tokens, place) : undefined;
      if (behind !== undefined && cutter.isNoun) place = behind;
      else cutter.mark(token.mark);
    } else cutter.word(token, tokens, place);
  }
  return cutter.end();
}

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
]);
/** Returns where a bracket ends whose sentence continues after it: "The upgrade (25283300) is announced". */
function behindBracket(tokens: readonly (Word | Mark)[], from: number): number | undefined {
  const [opened] = tokens.slice(from, from + 1);
  const closing = opened && "mark" in opened ? BRACKETS.get(opened.mark) : undefined;
  const end = tokens.findIndex((token, place) => place > from && "mark" in token && token.mark === closing);
  const next = end < 0 ? undefined : tokens[end + 1];
  return next === undefined || "mark" in next ? undefined : end;
}

/** Matches a person who is informed: "Told users that". */
const TELLING: ReadonlySet<string> = new Set("inform notify tell assure remind warn advise".split(" "));
/** "Appointed Ana as": the words after "as" are what someone becomes. */
const APPOINTING: ReadonlySet<string> = new Set("appoint assign name nominate elect".split(" "));
const CUTTING = IS.contrast | IS.subordinator | IS.content | IS.joint;

class Cutter {
  readonly #pieces: Piece[] = [];
  #piece: Piece = blank();
  /** An opening such as "After the restart we saw" ends before "we", even without a comma. */
  #isLeadIn = false;
  /** The rest of a sentence after "decided that" was only thought, whatever commas it contains. */
  #isThought = false;

  /** Whether the piece has no verb yet. */
  get isNoun(): boolean {
    return this.#piece.words.length > 0 && findVerb(this.#piece.words) === null;
  }

  mark(mark: string): void {
    if (SENTENCE_ENDS.has(mark)) this.#isThought = false;
    this.#open({
      goesOn: mark === "," || mark === ")",
      isAside: mark === "(" || mark === "[",
      isAnnounced: mark === ":",
    });
  }

  word(word: Word, tokens: readonly (Word | Mark)[], place: number): void {
    if (isA(word, CUTTING) && this.#cuts(word, tokens, place)) return;
    if (this.#isLeadIn && /^(?:we|i)$/.test(word.text) && this.#piece.words.length > 1) this.#open({});
    this.#piece.words.push(word);
  }

  /** Starts another piece if the word asks for one. Returns true if the word itself isn't part of it. */
  #cuts(word: Word, tokens: readonly (Word | Mark)[], place: number): boolean {
    const last = this.#piece.words.at(-1);
    if (isA(word, IS.contrast)) this.#contrast();
    if (isA(word, IS.subordinator) && !(word.text === "as" && this.#isName(last, tokens[place + 1]))) {
      if (isA(word, IS.condition) && last === undefined) this.#isThought = true;
      const isFirst = last === undefined && (place === 0 || "mark" in (tokens[place - 1] ?? word));
      this.#open({ isMain: false });
      this.#isLeadIn = isFirst && !isA(word, IS.condition);
    } else if (word.text === "that" && last === undefined && this.#piece.goesOn && isSubject(tokens[place + 1])) {
      this.#piece.isMain = false;
    } else if (isA(word, IS.content) && last && !isA(last, IS.preposition)) {
      if (this.#openContent(word, last)) return true;
    }
    return isA(word, IS.joint) && this.#joins(word, tokens, place);
  }

  /** "But" follows what it limits, with or without a comma. */
  #contrast(): void {
    const limited = this.#piece.words.length > 0 ? this.#piece : this.#pieces.at(-1);
    if (limited) limited.isContrasted = true;
  }

  /** "Marked the incident as resolved", "treated as": the words after "as" belong to the verb. */
  #isName(last: Word | undefined, next: Word | Mark | undefined): boolean {
    if (isA(last, IS.preposition | IS.naming)) return true;
    if (this.#piece.words.some(({ verb }) => verb !== undefined && APPOINTING.has(verb.lemma))) return true;
    if (next && !("mark" in next) && AS_EVER.has(next.text)) return true;
    const isState = next && !("mark" in next) && (next.verb?.form === "past" || isA(next, IS.state));
    return Boolean(isState) && this.#piece.words.some((word) => isA(word, IS.naming));
  }

  end(): Piece[] {
    this.#open({});
    return this.#pieces.map((piece, place) => withoutRelative(piece, this.#pieces[place + 1]));
  }

  #open(rest: Partial<Piece>): void {
    if (this.#piece.words.length > 0) this.#pieces.push(this.#piece);
    this.#piece = Object.assign(blank(), rest);
    this.#isLeadIn = false;
    if (this.#isThought) this.#piece.isMain = false;
  }

  /** Starts the piece that "that" introduces. Returns true if the word itself isn't part of it. */
  #openContent(word: Word, last: Word): boolean {
    const { text } = word;
    const isSeen = text === "that" && isA(last, IS.seeing);
    this.#piece.leads = text === "that";
    this.#piece.tellsWhat = true;
    const isTelling = this.#piece.words.some(({ verb }) => verb !== undefined && TELLING.has(verb.lemma));
    const isThinking = isTelling || last.verb !== undefined || last.text.endsWith("ed") || isA(last, IS.adverb | IS.be);
    this.#open({ isMain: isSeen && this.#piece.isMain, isSeen });
    this.#isThought ||= isThinking && !isSeen;
    return isSeen;
  }

  /** Starts the piece after "and", "but" or a "to" of purpose. Returns true if the word itself isn't part of it. */
  #joins({ text }: Word, tokens: readonly (Word | Mark)[], place: number): boolean {
    const { words, isMain, isSeen } = this.#piece;
    if (text === "to") {
      const next = tokens[place + 1];
      const isPurpose = next && !("mark" in next) && next.verb?.form === "base" && words.length !== 1;
      if (isPurpose && !isA(words.at(-1), IS.light | IS.leading)) this.#open({ isMain: false });
      return false;
    }
    const isAnd = (text === "and" || text === "&") && beginsAnother(words, tokens, place + 1);
    if (!(isAnd || text === "but" || text === "then")) return false;
    this.#open({ isMain: isMain || text === "but", isSeen, goesOn: true });
    return true;
  }
}

/** Leaves out a clause between a noun and its verb: "The user who had tested it noticed the gap". */
function withoutRelative(piece: Piece, next: Piece | undefined): Piece {
  const [opener, first] = next?.words ?? [];
  const isRelative = /^(?:who|which|that)$/.test(opener?.text ?? "") && isCarryingForm(first);
  if (!(isRelative && piece.isMain && next) || findVerb(piece.words)) return piece;
  const innerEnd = first?.verb ? 1 : (findVerb(next.words.slice(1))?.end ?? 0);
  const rest = next.words.slice(1 + innerEnd);
  // "That deletes expired sessions": the words right after a verb describe its object.
  const from = innerEnd > 0 && rest[0]?.verb?.form === "past" && !isAuxiliary(rest[0]) ? 1 : 0;
  const at = rest.findIndex(
    (word, place) => place >= from && isCarryingForm(word) && findVerb(rest.slice(place), true)?.start === 0,
  );
  return at < 0 ? piece : { ...piece, words: [...piece.words, ...rest.slice(at)] };
}
const isCarryingForm = (word: Word | undefined): boolean =>
  word?.verb?.form === "past" || word?.verb?.form === "s" || isA(word, IS.be | IS.have | IS.modal | IS.do);

const blank = (): Piece => ({
  words: [],
  isMain: true,
  isSeen: false,
  isAside: false,
  isContrasted: false,
  leads: false,
  tellsWhat: false,
  isAnnounced: false,
  goesOn: false,
});

/** Matches "Reported back, that the server" and "and that they". */
const isSubject = (token: Word | Mark | undefined): boolean =>
  token !== undefined && !("mark" in token) && isA(token, IS.determiner | IS.pronoun);

/** Returns whether "and" starts another statement: a verb follows at once, or both sides have one. */
function beginsAnother(words: readonly Word[], tokens: readonly (Word | Mark)[], from: number): boolean {
  const rest: Word[] = [];
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || "mark" in token) break;
    rest.push(token);
  }
  const next = rest.find((word) => !isA(word, IS.adverb));
  if (isA(next, IS.pronoun | IS.be | IS.have | IS.modal)) return true;
  if (next?.verb?.form === "s" && (isPast(rest[1]) || isAuxiliary(rest[1]))) return false;
  const isVerb = next?.verb && (next.verb.form === "past" || next.verb.form === "s" || rest.length > 1);
  if (isVerb && words.some((word) => word.verb !== undefined)) return true;
  return findVerb(words) !== null && findVerb(rest) !== null;
}
