/**
 * Raise it with every new node, mark or attribute, or a change of how they are stored. A tab with an older number would
 * delete what it doesn't know, so the document socket rejects it.
 */
export const SCHEMA_VERSION = 7;

/** Name of the XML fragment that contains the text inside the Yjs document. */
export const TEXT_FRAGMENT = "default";
