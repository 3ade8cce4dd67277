/** What of an event the editor goes to when it opens; null for nothing in particular. */
export type PeekPart = "title" | "time" | "evidence" | "note" | null;
