export type { StoredBytes } from "./open-bytes.ts";
export { type FromSource, READ_SOURCE, readSource, type SourceHead, type SourcePiece } from "./read-source.ts";
