import { hintsOfLine, type SentenceHint } from "#lib/reviews/hint/hints.ts";
import type { ReadLine } from "#lib/reviews/hint/read-line.ts";

/** Lines to read, and what was found in each of them. */
export interface HintRequest {
  id: number;
  lines: ReadLine[];
}
export interface HintResponse {
  id: number;
  found: SentenceHint[][];
}

addEventListener("message", ({ data: { id, lines } }: MessageEvent<HintRequest>) => {
  const response: HintResponse = { id, found: lines.map(hintsOfLine) };
  postMessage(response);
});
