"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import type { ScopedBinding } from "#components/ui/keys/key-registry.ts";
import { useKeyRegistry } from "#components/ui/keys/keys-provider.tsx";
import { useSelectionWords } from "#components/ui/lists/selection.ts";
import type { PaletteGroup, PaletteItem } from "#components/ui/palette/filter-groups.ts";
import { isPageCommand, pageCommands } from "#components/ui/palette/page-commands.ts";
import { Palette } from "#components/ui/palette/palette.tsx";
import type { SearchHit } from "#lib/contract/search.ts";
import type { MenuEntry } from "./nav-item.ts";
import { pageOfPath } from "./page-places.ts";
import { SECTIONS } from "./sections.tsx";
import { useLeave } from "./use-leave.ts";

const HEADINGS: Record<SearchHit["noun"], string> = {
  incident: "Incidents",
  review: "Reviews",
  "action-item": "Actions",
  "strategic-change": "Strategic changes",
  condition: "Conditions",
  event: "Events",
  factor: "Contributing factors",
  learning: "Learnings",
  comment: "Comments",
};

const CLOSED_MS = 50;

/** Commands of the page. Those of a selection are listed under its count. */
function commandsOf(bindings: readonly ScopedBinding[], selection: string | null): PaletteGroup[] {
  const ofPage = bindings.filter(({ scope }) => scope === null);
  const groups = pageCommands(ofPage, new KeyboardEvent("keydown"));
  if (selection === null) return groups;
  const heading = `With ${selection}`;
  const isOfSelection = ({ heading: group }: PaletteGroup) => SELECTION_GROUPS.includes(group);
  const items = groups.filter(isOfSelection).flatMap((group) => group.items);
  return [{ heading, items }, ...groups.filter((group) => !isOfSelection(group))];
}

/** Groups of keys that act on the selection, if there is one. */
const SELECTION_GROUPS = ["Change", "Timeline", "Unassigned"];

interface SearchPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  created: readonly MenuEntry[];
}

/** The palette for everything the viewer can see: records by words or key, then sections and what can be created. */
export function SearchPalette({ open, onOpenChange, created }: SearchPaletteProps) {
  const leave = useLeave();
  const path = usePathname();
  const registry = useKeyRegistry();
  const selection = useSelectionWords();
  const page = pageOfPath(path);
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed);
  const found = useQuery({ ...reads.search.find(words), enabled: open && words !== "" });
  const hits = words === "" ? [] : (found.data?.items ?? []);
  const results = (Object.keys(HEADINGS) as SearchHit["noun"][]).flatMap((noun) => {
    const items = hits
      .filter((hit) => hit.noun === noun)
      .map(({ key, title, href, detail }) => ({
        ...{ id: href, label: title, href },
        detail: noun === "condition" ? detail : `${key} ${detail}`,
      }));
    return items.length > 0 ? [{ heading: HEADINGS[noun], items }] : [];
  });
  const commands = open ? commandsOf(registry.all(), selection) : [];
  const groups = [
    { heading: "This page", items: page.places },
    {
      heading: "New",
      items: created.map(({ label, href, icon, keys }) => ({
        id: `new ${label}`,
        label: `New ${label.toLowerCase()}`,
        href,
        icon,
        keys,
      })),
    },
    {
      heading: "Go to",
      items: SECTIONS.map(({ label, href, icon, key }) => ({ id: href, label, href, icon, keys: key })),
    },
  ];
  const run = (item: PaletteItem, { beside }: { beside: boolean }) => {
    if (isPageCommand(item)) {
      onOpenChange(false);
      // Page keys and focus are restored once the palette is closed.
      setTimeout(item.run, CLOSED_MS);
      return;
    }
    if (!item.href) return;
    onOpenChange(false);
    if (beside) window.open(item.href, "_blank");
    else leave(item.href);
  };
  return (
    <Palette
      open={open}
      onOpenChange={onOpenChange}
      context={selection ?? page.key ?? undefined}
      commands={commands}
      groups={groups}
      results={results}
      searching={found.isFetching}
      onQueryChange={setTyped}
      onRun={run}
    />
  );
}
