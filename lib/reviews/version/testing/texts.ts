import fc from "fast-check";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";

export const labelOf = (eventId: string) => (eventId === "e9" ? "E9" : null);
export const text = (words: string, marks?: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks ? { marks: marks.map((type) => ({ type })) } : {}),
});
export const paragraph = (id: string, ...content: (string | DocumentNode)[]): DocumentNode => ({
  type: "paragraph",
  attrs: { id },
  content: content.map((one) => (typeof one === "string" ? text(one) : one)),
});
export const doc = (...content: DocumentNode[]): DocumentJson => ({ type: "doc", content });
export const words = fc.array(fc.constantFrom("pool", "retries", "alert", "was", "the"), {
  minLength: 1,
  maxLength: 12,
});
