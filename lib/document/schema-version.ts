/**
 * Raised with every new node, mark, attribute or form in which they are stored. A tab with an older number would
 * delete what it does not know, so the document socket turns it away.
 */
export const SCHEMA_VERSION = 2;

/** Name of the XML fragment that contains the text inside the Yjs document. */
export const TEXT_FRAGMENT = "default";
