import { type FindingPlace, placeWords } from "./place.ts";

/** Returns a factor to add: its statement, and the whole text and its place as detail. */
export function factorOfFinding(statement: string, { asWritten }: { asWritten: string }, place: FindingPlace) {
  const from = `From ${placeWords(place)}.`;
  return { statement, detail: asWritten === statement ? from : `${asWritten}\n\n${from}` };
}
