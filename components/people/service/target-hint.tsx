import { allowedWords } from "#lib/people/service/allowed-minutes.ts";
import { readTarget } from "./read-target.ts";

const DAYS = 30;

/** Explains a target while it is typed. */
export function TargetHint({ text }: { text: string }) {
  const target = readTarget(text);
  return target === null ? null : `Allows ${allowedWords(target, DAYS)} in ${DAYS} days.`;
}
