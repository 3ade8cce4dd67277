/** The part of an event that the editor focuses when it opens. Null for none. */
export type PeekPart = "title" | "time" | "evidence" | "note" | null;
