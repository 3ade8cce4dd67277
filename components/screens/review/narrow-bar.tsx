"use client";

import type { Editor } from "@tiptap/core";
import { List, Maximize, MessageSquare, Search } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import type { Threads } from "#components/reviews/comment/use-threads.ts";
import type { OutlineEntry } from "#components/reviews/document/use-outline.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import styles from "./narrow-bar.module.css";
import { OpenPoints, type OpenPointsProps } from "./open-points.tsx";
import { OutlineList } from "./outline-list.tsx";
import { TextSaveState } from "./text-save-state.tsx";

const COMMENTS = new Later(() => import("./comments-sheet.tsx").then((module) => module.CommentsSheet));

interface NarrowBarProps {
  reviewKey: string;
  editor: Editor | null;
  outline: readonly OutlineEntry[];
  /** Number of open suggestions by section. */
  suggested: ReadonlyMap<number, number>;
  points: OpenPointsProps;
  threads: Threads;
  mayComment: boolean;
  connection: DocumentConnection | null;
  onLook: (blockId: string) => void;
  onFind: () => void;
  onFocusMode: () => void;
}

/** On a narrow screen outline and comments open as sheets from a bar at the bottom. */
export function NarrowBar({
  reviewKey,
  editor,
  outline,
  suggested,
  points,
  threads,
  mayComment,
  connection,
  onLook,
  onFind,
  onFocusMode,
}: NarrowBarProps) {
  const [sheet, setSheet] = useState<"sections" | "comments" | null>(null);
  const open = threads.threads.filter((thread) => thread.resolvedAt === null);
  const [, setActiveId] = useQueryState("thread", parseAsString);
  const close = () => setSheet(null);
  const goTo = (threadId: string) => {
    close();
    void setActiveId(threadId);
  };
  /** The sheet would give the focus back to its button. */
  const afterClose = (run: () => void) => {
    close();
    setTimeout(run, 0);
  };
  return (
    <>
      <div className={styles.bar}>
        <button type="button" onClick={() => setSheet("sections")}>
          <List size={14} /> Sections
        </button>
        <button type="button" onClick={() => setSheet("comments")}>
          <MessageSquare size={14} /> {open.length === 1 ? "1 comment" : `${open.length} comments`}
        </button>
        <button type="button" onClick={onFind}>
          <Search size={14} /> Find
        </button>
        <TextSaveState connection={connection} onLook={onLook} className={styles.save} />
      </div>
      <Dialog
        open={sheet === "sections"}
        onOpenChange={(isOpen) => isOpen || close()}
        title="Sections"
        actions={
          <>
            <Button
              icon={<Maximize size={14} />}
              onClick={() => {
                close();
                onFocusMode();
              }}
            >
              Focus mode
            </Button>
            <Button onClick={close}>Close</Button>
          </>
        }
      >
        <div className={styles.sheet}>
          <OutlineList editor={editor} outline={outline} suggested={suggested} onGo={close} />
          {suggested.size > 0 ? <p className={textStyles.note}>Numbers are open suggestions.</p> : null}
          <OpenPoints {...points} run={afterClose} />
        </div>
      </Dialog>
      {sheet === "comments" ? (
        <LaterPart of={COMMENTS} props={{ reviewKey, threads, mayComment, onGo: goTo, onClose: close }} />
      ) : null}
    </>
  );
}
