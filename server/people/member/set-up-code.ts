import { createHash, randomInt } from "node:crypto";

/** Letters and figures that no one confuses when they type them from a log. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A code such as 7K2M-Q9TB-4XWD-H6RC: 78 bits. */
export function newSetUpCode(): string {
  const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  return Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * GROUP_LENGTH, (at + 1) * GROUP_LENGTH).join(""),
  ).join("-");
}

/** Hash of a code as someone typed it: case, spaces and dashes do not matter. */
export const hashSetUpCode = (typed: string): string =>
  createHash("sha256")
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest("hex");
