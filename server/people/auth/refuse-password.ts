import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AppError, invalid } from "#lib/base/errors.ts";
import { projectRoot } from "#server/base/process/project-root.ts";

interface Person {
  email: string;
  name: string;
}

/**
 * Rejects a password that is easily guessed, under the name of its field: a common one with or without additions, one
 * piece repeated, digits only, or one's own name or address. The contract checks its length.
 */
export function refusePassword(field: string, password: string, { email, name }: Person): void {
  const reason = isOwn(password, [email, name]) ? OWN : isEasy(password) ? EASY : isCommon(password) ? COMMON : null;
  if (reason !== null) throw invalid(field, `${reason}. ${ADVICE}`);
}

const OWN = "this is too close to your own name or email";
const EASY = "this repeats one part, or has only digits";
const COMMON = "this is a common password and easy to guess";
const ADVICE = "Use a few words that only you would combine";

/** The error for a rejected password. With the right link it doesn't count as a guess at the link. */
export const isPasswordRefusal = ({ details }: AppError): boolean =>
  details.fields?.some(({ message }) => message.endsWith(ADVICE)) ?? false;

const lettersOf = (text: string): string => text.toLowerCase().replace(/\P{L}/gu, "");

/** Least number of letters left without one's own name and address. */
const LEAST_OF_OTHERS = 6;
const LEAST_OWN = 3;

function isOwn(password: string, texts: readonly string[]): boolean {
  const own = texts
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= LEAST_OWN)
    .sort((a, b) => b.length - a.length);
  const given = password.toLowerCase();
  const rest = own.reduce((left, word) => left.replaceAll(word, " "), given);
  return rest !== given && lettersOf(rest).length < LEAST_OF_OTHERS;
}

const FEW_KINDS = 4;

function isEasy(password: string): boolean {
  return (
    /^\P{L}*$/u.test(password) || /^(.{1,5}?)\1{2,}.{0,3}$/su.test(password) || new Set(password).size <= FEW_KINDS
  );
}

const LOOKALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

function isCommon(password: string): boolean {
  const bare = password.toLowerCase().replace(/^[^\p{L}@$]+|\P{L}+$/gu, "");
  const plain = bare.replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign);
  return [password, plain].map((text) => onceOf(lettersOf(text))).some((letters) => words().has(letters));
}

/** Returns the piece that a text repeats: "abc" for "abcabc". */
const onceOf = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

let known: Set<string> | null = null;

function words(): Set<string> {
  known ??= new Set(
    readFileSync(join(projectRoot(), "server", "people", "auth", "common-passwords.txt"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
  return known;
}
