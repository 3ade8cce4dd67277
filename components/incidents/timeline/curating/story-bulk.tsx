"use client";

import { BadgeCheck, Clock, EyeOff, GitMerge, History, Layers, Pin, Rows2, Trash2 } from "lucide-react";
import { BulkBar } from "#components/ui/bulk-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { SameMoment } from "./same-moment.tsx";
import type { Curation } from "./use-curation.ts";

/** What can be done with the selected events at once; each is one step of undo. */
export function StoryBulk({ curation }: { curation: Curation }) {
  const { selection, acts, setDialog } = curation;
  const { events, clear } = selection;
  const isPinned = events.every((event) => event.pinned);
  const isHidden = events.every((event) => event.hidden);
  const isVerified = events.every((event) => event.verified);
  const alone = events.length < 2 ? "Two or more" : undefined;
  return (
    <BulkBar count={events.length} onClear={clear}>
      <Button kind="ghost" icon={<Pin className="i s" />} keys="p" onClick={acts.pin}>
        {isPinned ? "Unpin" : "Pin"}
      </Button>
      <Button kind="ghost" icon={<EyeOff className="i s" />} keys="h" onClick={acts.hide}>
        {isHidden ? "Show" : "Hide"}
      </Button>
      <Button kind="ghost" icon={<BadgeCheck className="i s" />} keys="v" onClick={acts.verify}>
        {isVerified ? "Not verified" : "Verify"}
      </Button>
      {alone ? null : (
        <>
          <Button kind="ghost" icon={<Layers className="i s" />} keys="b" onClick={() => acts.relate("bundled")}>
            Bundle
          </Button>
          <Button kind="ghost" icon={<GitMerge className="i s" />} keys="shift+m" onClick={() => acts.relate("merged")}>
            Merge
          </Button>
          <Button kind="ghost" icon={<Rows2 className="i s" />} onClick={() => acts.relate("account")}>
            Side by side
          </Button>
        </>
      )}
      <Button kind="ghost" icon={<Clock className="i s" />} keys="t" onClick={() => setDialog("time")}>
        Time
      </Button>
      <Button kind="ghost" icon={<History className="i s" />} onClick={() => setDialog("found")}>
        Found later
      </Button>
      <SameMoment events={events} onDone={clear} />
      <Button kind="ghost" icon={<Trash2 className="i s" />} keys="Delete" onClick={acts.takeOut}>
        Take out
      </Button>
    </BulkBar>
  );
}
