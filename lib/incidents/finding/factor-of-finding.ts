import { type FindingPlace, placeWords } from "./place.ts";

/** A factor as it is added: its statement, and the whole text with where it is as detail. */
export function factorOfFinding(statement: string, { asWritten }: { asWritten: string }, place: FindingPlace) {
  const from = `From ${placeWords(place)}.`;
  return { statement, detail: asWritten === statement ? from : `${asWritten}\n\n${from}` };
}
