import { countWords } from "#lib/base/text/sentence.ts";
import { sizeWords } from "#lib/base/text/size-words.ts";
import type { Reading } from "#lib/contract/import.ts";
import type { SourceFile } from "./source-file.ts";

interface KnownProgress {
  words: string;
  /** Null if the total isn't known. */
  bar: { value: number; max: number } | null;
}

const whole = (count: number) => count.toLocaleString("en");

/** How far a file is, as text. `reading` is null before the server has responded. */
export function readingWords(file: Pick<SourceFile, "name" | "blob">, reading: Reading | null): KnownProgress {
  if (!reading || reading.state === "sending")
    return { words: `Sending ${file.name}, ${sizeWords(file.blob.size)}`, bar: null };
  if (reading.state === "waiting") return { words: `${file.name} is waiting for other files`, bar: null };
  const { share, events, files } = reading;
  const found = events > 0 ? `, ${countWords(events, "event")}` : "";
  if (files)
    return {
      words: `Reading ${whole(files.read)} of ${countWords(files.of, "file")}${found}`,
      bar: { value: files.read, max: files.of },
    };
  if (share === null) return { words: `Reading ${file.name}${found}`, bar: null };
  const percent = Math.floor(share * 100);
  return { words: `Reading ${file.name}: ${percent}%${found}`, bar: { value: percent, max: 100 } };
}
