import type { FoundFactor } from "#lib/contract/import.ts";
import { placeWords } from "./found-place.ts";

/** A factor as it is added: a hypothesis in the words of the text, with where they stand. */
export function factorOfFound(found: FoundFactor, filename: string) {
  const { statement, role, asWritten } = found;
  const from = `From ${placeWords(filename, found)}.`;
  return { statement, role, detail: asWritten === statement ? from : `${asWritten}\n\n${from}` };
}
