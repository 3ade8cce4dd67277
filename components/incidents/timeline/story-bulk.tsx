"use client";

import { BadgeCheck, Clock, EyeOff, GitMerge, History, Layers, Link2, Pin, Rows2, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { BulkBar } from "#components/ui/lists/bulk-bar.tsx";
import { Menu, MenuItem, MenuLabel } from "#components/ui/overlays/menu.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { offsetWords } from "./clocks/offset-words.ts";
import { useClocks } from "./clocks/use-clocks.ts";
import type { Curation } from "./curate/use-curation.ts";
import { useTimelineScope } from "./state/scope.tsx";
import { sourceName } from "./story/source-name.ts";

/** Two selected events of two sources as one moment: the clock of one source is moved to match the other. */
function SameMoment({ events, onDone }: { events: readonly TimelineEvent[]; onDone: () => void }) {
  const { incidentKey } = useTimelineScope();
  const { tie } = useClocks(incidentKey);
  const [a, b] = events;
  const isPair = events.length === 2 && a && b && a.at !== null && b.at !== null && a.source.type !== b.source.type;
  if (!isPair) return null;
  const item = (moved: TimelineEvent, onto: TimelineEvent) => (
    <MenuItem
      key={moved.id}
      detail={`by ${offsetWords(Date.parse(onto.at ?? "") - Date.parse(moved.at ?? ""))}. The recorded times are kept`}
      onSelect={() => {
        void tie(moved, onto);
        onDone();
      }}
    >
      Move all times of {sourceName(moved.source)} onto E{onto.number}
    </MenuItem>
  );
  return (
    <Menu
      side="top"
      trigger={
        <Button kind="ghost" icon={<Link2 size={14} />}>
          Same moment
        </Button>
      }
    >
      <MenuLabel>Match two times</MenuLabel>
      {[a, b].filter((event) => event.source.type !== "manual").map((event) => item(event, event === a ? b : a))}
    </Menu>
  );
}

/** Actions for the selected events. Each is one undo step. */
export function StoryBulk({ curation }: { curation: Curation }) {
  const { selection, acts, setDialog } = curation;
  const { events, clear } = selection;
  const isPinned = events.every((event) => event.pinned);
  const isHidden = events.every((event) => event.hidden);
  const isVerified = events.every((event) => event.verified);
  const alone = events.length < 2 ? "Select two or more events" : undefined;
  return (
    <BulkBar count={events.length} onClear={clear}>
      <Button kind="ghost" icon={<Pin size={14} />} keys="p" onClick={acts.pin}>
        {isPinned ? "Unpin" : "Pin"}
      </Button>
      <Button kind="ghost" icon={<EyeOff size={14} />} keys="h" onClick={acts.hide}>
        {isHidden ? "Show" : "Hide"}
      </Button>
      <Button kind="ghost" icon={<BadgeCheck size={14} />} keys="v" onClick={acts.verify}>
        {isVerified ? "Mark as not verified" : "Verify"}
      </Button>
      {alone ? null : (
        <>
          <Button kind="ghost" icon={<Layers size={14} />} keys="b" onClick={() => acts.relate("bundled")}>
            Bundle
          </Button>
          <Button kind="ghost" icon={<GitMerge size={14} />} keys="shift+m" onClick={() => acts.relate("merged")}>
            Merge
          </Button>
          <Button kind="ghost" icon={<Rows2 size={14} />} onClick={() => acts.relate("account")}>
            Side by side
          </Button>
        </>
      )}
      <Button kind="ghost" icon={<Clock size={14} />} keys="t" onClick={() => setDialog("time")}>
        Time
      </Button>
      <Button kind="ghost" icon={<History size={14} />} onClick={() => setDialog("found")}>
        Found later
      </Button>
      <SameMoment events={events} onDone={clear} />
      <Button kind="ghost" icon={<Trash2 size={14} />} keys="Delete" onClick={acts.takeOut}>
        Remove
      </Button>
    </BulkBar>
  );
}
