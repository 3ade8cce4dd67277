/** A digest that was stored without fields. It is read by the wording used then, which must not change. */
interface OldDigest {
  subject: string;
  body: string;
}

const LINE = /^((?:ACT|REV)-[1-9]\d{0,8}) .*: (\d+ d late)$/;
const ONE = /^Late: ((?:ACT|REV)-[1-9]\d{0,8}) .*, (\d+ d late)$/s;
const SEVERAL = /^[\d,]+ things of yours are late, the oldest by [\d,]+ days?$/;
const MORE = /^and \d+ more$/;
const HIDDEN_LINE = "Something you no longer have access to";
const HIDDEN_SUBJECT = "Late: something you no longer have access to";

/** Returns the keys of the items in a digest that was stored as text. */
export function keysOfOldDigest({ subject, body }: OldDigest): string[] {
  const first = ONE.exec(subject)?.[1];
  const keys = body.split("\n").flatMap((line) => LINE.exec(line)?.[1] ?? []);
  return first === undefined ? keys : [first, ...keys];
}

/** Hides every line that isn't exactly a line about readable items, or that names no item. */
export function oldDigestFor({ subject, body }: OldDigest, readable: ReadonlySet<string>): OldDigest {
  const [, first = "", late] = ONE.exec(subject) ?? [];
  const isShown = late === undefined ? SEVERAL.test(subject) : readable.has(first);
  const lines = body.split("\n").flatMap((line) => {
    const [isThing, key = "", words = ""] = LINE.exec(line) ?? [];
    if (isThing) return readable.has(key) ? line : `${HIDDEN_LINE}: ${words}`;
    return MORE.test(line) ? line : [];
  });
  const hidden = late === undefined ? HIDDEN_SUBJECT : `${HIDDEN_SUBJECT}, ${late}`;
  return { subject: isShown ? subject : hidden, body: lines.join("\n") };
}
