import { createContext } from "react";
import type { Thread } from "#lib/contract/comment.ts";

/** Kinds of records that a comment can become. */
export type RecordKind = "factor" | "action" | "learning";

export interface ThreadRecord {
  id: string;
  label: string;
  /** Opens it on this page, or leads to its own. */
  open: (() => void) | string;
}

export interface ThreadRecords {
  /** The records that were made from a thread. */
  of: (threadId: string) => readonly ThreadRecord[];
  become: (kind: RecordKind, thread: Thread) => void;
}

/** Null where nothing can be made from comments, such as on a published page. */
export const ThreadRecordsContext = createContext<ThreadRecords | null>(null);
