import type { FoundFactor } from "#lib/contract/import.ts";

/** A factor as it is added: a hypothesis in the words of the text, with where they stand. */
export function factorOfFound({ statement, role, asWritten, line }: FoundFactor, filename: string) {
  const from = `From ${filename}, line ${line}.`;
  return { statement, role, detail: asWritten === statement ? from : `${asWritten}\n\n${from}` };
}
