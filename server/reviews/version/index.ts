export { textAuthors } from "./authors.ts";
export { diffVersions, getVersion, listVersions } from "./read.ts";
export { createVersion, keepPausedVersions, restoreVersion } from "./write.ts";
