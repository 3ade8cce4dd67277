"use client";

import { Braces, CalendarDays, FileSpreadsheet, Printer, Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import type { SavedView } from "#lib/contract/saved-view.ts";
import type { FeedDialogProps } from "./feed-dialog.tsx";

const FEED_DIALOG = new Later<FeedDialogProps>(async () => (await import("./feed-dialog.tsx")).FeedDialog);

interface ExportMenuProps {
  query: string;
  today: string;
  current: SavedView | undefined;
  /** Loads what isn't on the page yet, for paper. */
  onPrint: () => Promise<void>;
}

/** Takes what the view shows out of Afterword: as a file, on paper, or into a calendar. */
export function ExportMenu({ query, today, current, onPrint }: ExportMenuProps) {
  const [isFeedOpen, setFeedOpen] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const address = (format: string, whole = false) =>
    `/api/v1/action-items/export?${new URLSearchParams({ format, query, today, ...(whole ? { whole: "true" } : {}) }).toString()}`;
  const print = async () => {
    setPrinting(true);
    await onPrint();
    setPrinting(false);
    // The menu closes first, or it would be printed.
    setTimeout(() => window.print(), 100);
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button kind="ghost" icon={<Share2 size={14} />} busy={isPrinting} busyLabel="Loading rows">
            Export
          </Button>
        }
      >
        <MenuItem icon={<FileSpreadsheet size={14} />} href={address("csv")} download detail="The columns of this view">
          CSV
        </MenuItem>
        <MenuItem icon={<Braces size={14} />} href={address("json")} download detail="The fields of a list">
          JSON
        </MenuItem>
        <MenuItem icon={<Braces size={14} />} href={address("json", true)} download detail="With texts and history">
          JSON, complete
        </MenuItem>
        <MenuItem icon={<Printer size={14} />} onSelect={() => void print()}>
          Print
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<CalendarDays size={14} />} onSelect={() => setFeedOpen(true)}>
          Calendar feeds
        </MenuItem>
      </Menu>
      {isFeedOpen ? <LaterPart of={FEED_DIALOG} props={{ view: current, onClose: () => setFeedOpen(false) }} /> : null}
    </>
  );
}
