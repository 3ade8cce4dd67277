/** Limits of the document socket. All are settings, so a benchmark can raise them openly. */
export interface CollabSettings {
  /** Bytes of one update while typing. */
  updateBytes: number;
  /** Bytes of a whole document, and of what a returning tab can send at once. */
  documentBytes: number;
  /** Paragraphs, list items, cells and their texts together. Reading all of them must not block everyone. */
  documentNodes: number;
  updateStructs: number;
  /** Bytes of one frame. Larger ones end the socket with 1009. */
  frameBytes: number;
  /** Frames (edits and cursor moves) and bytes that one socket can send per second, four times as much in a burst. */
  framesPerSecond: number;
  bytesPerSecond: number;
  socketsPerUser: number;
  socketsPerDocument: number;
  socketsPerNetwork: number;
  /** Upgrades of one network whose person is being looked up. */
  askingPerNetwork: number;
  /** Sockets that aren't signed in yet, in total, and how long each can stay so. */
  pendingSockets: number;
  signInMs: number;
  /** A decision about access that is older is made again before the text is sent. */
  freshMs: number;
  /** A reader that is this far behind is cut off and catches up when it reconnects. */
  unsentBytes: number;
  /** How often access is checked again and the log is read for edits of other processes. */
  recheckMs: number;
  pollMs: number;
  /** How long a failing database is tried again. */
  retryMs: number;
}

export const COLLAB_DEFAULTS: CollabSettings = {
  updateBytes: 1024 * 1024,
  documentBytes: 8 * 1024 * 1024,
  documentNodes: 20_000,
  updateStructs: 200_000,
  frameBytes: 16 * 1024 * 1024,
  framesPerSecond: 100,
  bytesPerSecond: 1024 * 1024,
  socketsPerUser: 50,
  socketsPerDocument: 200,
  socketsPerNetwork: 500,
  askingPerNetwork: 50,
  pendingSockets: 500,
  signInMs: 15_000,
  freshMs: 250,
  unsentBytes: 4 * 1024 * 1024,
  recheckMs: 30_000,
  pollMs: 3_000,
  retryMs: 10_000,
};
