/** Nouns whose records have a readable key, by its letters. */
const LETTERS = { INC: "incident", REV: "review", ACT: "action-item", SC: "strategic-change" } as const;
export type KeyedNoun = (typeof LETTERS)[keyof typeof LETTERS];

export interface RecordKey {
  /** Null if only a number was typed. */
  noun: KeyedNoun | null;
  number: number;
}

const LARGEST = 2_147_483_647;

/** Reads "INC-12", "act 31", "rev7" or "12" as someone types a key. Null for anything else. */
export function readRecordKey(text: string): RecordKey | null {
  const match = /^(?:(inc|rev|act|sc)[\s-]?)?#?(\d{1,10})$/i.exec(text.trim());
  const number = Number(match?.[2] ?? 0);
  if (!match || number < 1 || number > LARGEST) return null;
  const letters = match[1]?.toUpperCase();
  return { noun: letters === undefined ? null : LETTERS[letters as keyof typeof LETTERS], number };
}
