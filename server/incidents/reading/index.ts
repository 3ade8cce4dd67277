export type { StoredBytes } from "./open-bytes.ts";
export { followReading, readingOf } from "./progress.ts";
export { READ_EVIDENCE, type ReadEvidence, readEvidence, readEvidenceInWorker } from "./read-evidence.ts";
export { type FromSource, READ_SOURCE, readSource, type SourceHead, type SourcePiece } from "./read-source.ts";
