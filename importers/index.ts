export type {
  ArchivedFile,
  ContextLine,
  ImportInput,
  IncidentSection,
  NormalizedEvent,
  ParseResult,
  Reject,
} from "#importers/base/importer.ts";
export { eventOfReject, mayBecomeEvent } from "#importers/kit/event-of-reject.ts";
export { detectFormat } from "#importers/open/detect-format.ts";
export { identitiesOf } from "#importers/open/identities-of.ts";
export { milestonesOf } from "#importers/open/milestones-of.ts";
export { decodeMails, openMails } from "#importers/open/open-mails.ts";
export { type OpenedSource, openSource, type ParseSourceOptions } from "#importers/open/open-source.ts";
export { type ParsedSource, parseSource } from "#importers/open/parse-source.ts";
export { sourceLabel } from "#importers/open/source-label.ts";
export { type ByteSource, inMemory } from "#importers/source/byte-source.ts";
export { decode } from "#importers/source/decode-bytes.ts";
export { isNoise, isZip, openZip } from "#importers/source/open-zip.ts";
export { readSource } from "#importers/source/read-source.ts";
export type { ProposedAction } from "#importers/write-up/proposed-action.ts";
export type { ProposedFactor } from "#importers/write-up/read-factors.ts";
export type { FoundPassage } from "#importers/write-up/read-summary.ts";
export type { SourcePicture } from "#importers/write-up/text/blocks-of-html.ts";
export { readWriteUpText, type WriteUpDocument } from "#importers/write-up/text/read-text.ts";
