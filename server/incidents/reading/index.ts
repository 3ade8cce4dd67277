export { openBytes, type StoredBytes } from "./open-bytes.ts";
export {
  type FromSource,
  READ_SOURCE,
  type ReadProgress,
  readSource,
  type SourceHead,
  type SourcePiece,
  type SourceToRead,
} from "./read-source.ts";
