export { csvColumns } from "./csv-columns.ts";
export { detectFormat } from "./detect-format.ts";
export { eventIdentity } from "./event-identity.ts";
export type { ImportInput, NormalizedEvent } from "./importer.ts";
export { type ParsedSource, type ParseSourceOptions, parseSource } from "./parse-source.ts";
export { decode } from "./source/decode-bytes.ts";
export { readSource } from "./source/read-source.ts";
export type { ProposedAction } from "./write-up/proposed-action.ts";
