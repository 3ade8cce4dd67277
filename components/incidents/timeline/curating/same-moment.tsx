"use client";

import { Link2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuLabel } from "#components/ui/menu.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { sourceName } from "../clocks/source-name.ts";
import { useClocks } from "../clocks/use-clocks.ts";
import { useTimelineScope } from "../scope.tsx";
import { offsetWords } from "./offset-words.ts";

/** Two selected events of two sources as one moment: the clock of one source is moved onto the other. */
export function SameMoment({ events, onDone }: { events: readonly TimelineEvent[]; onDone: () => void }) {
  const { incidentKey } = useTimelineScope();
  const { tie } = useClocks(incidentKey);
  const [a, b] = events;
  const isPair = events.length === 2 && a && b && a.at !== null && b.at !== null && a.source.type !== b.source.type;
  if (!isPair) return null;
  const item = (moved: TimelineEvent, onto: TimelineEvent) => (
    <MenuItem
      key={moved.id}
      detail={`by ${offsetWords(Date.parse(onto.at ?? "") - Date.parse(moved.at ?? ""))}; what it recorded is kept`}
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
        <Button kind="ghost" icon={<Link2 className="i s" />}>
          Same moment
        </Button>
      }
    >
      <MenuLabel>These two are the same moment</MenuLabel>
      {[a, b].filter((event) => event.source.type !== "manual").map((event) => item(event, event === a ? b : a))}
    </Menu>
  );
}
