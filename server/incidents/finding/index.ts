export { acceptedPassages, acceptFindings, placeFindings, undoFindings } from "./in-review.ts";
export { listFindings } from "./list.ts";
export { type FoundInSource, recordFindings, setFindingsUndone } from "./record.ts";
export type { FindingRecords } from "./records.ts";
export { acceptFinding, dismissFinding, restoreFinding } from "./settle.ts";
