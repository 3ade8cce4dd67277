"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { query } from "#components/base/api/client.ts";
import type { PaletteItem } from "#components/ui/palette/filter-groups.ts";
import { Palette } from "#components/ui/palette.tsx";
import type { SearchHit } from "#lib/contract/search.ts";
import type { MenuEntry } from "./nav-item.ts";
import { SECTIONS } from "./sections.tsx";

const HEADINGS: Record<SearchHit["noun"], string> = {
  incident: "Incidents",
  review: "Reviews",
  "action-item": "Actions",
  "strategic-change": "Strategic changes",
};

interface SearchPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  created: readonly MenuEntry[];
}

/** The palette over everything the viewer may see: records by words or key, then sections and what can be made. */
export function SearchPalette({ open, onOpenChange, created }: SearchPaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed);
  const found = useQuery(
    query.search.find.queryOptions({ input: { q: words || "-", limit: 20 }, enabled: open && words !== "" }),
  );
  const hits = words === "" ? [] : (found.data?.items ?? []);
  const results = (Object.keys(HEADINGS) as SearchHit["noun"][]).flatMap((noun) => {
    const items = hits
      .filter((hit) => hit.noun === noun)
      .map(({ key, title, href, detail }) => ({ id: key, label: title, detail: `${key} ${detail}`, href }));
    return items.length > 0 ? [{ heading: HEADINGS[noun], items }] : [];
  });
  const groups = [
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
    if (!item.href) return;
    onOpenChange(false);
    if (beside) window.open(item.href, "_blank");
    else router.push(item.href);
  };
  return (
    <Palette
      open={open}
      onOpenChange={onOpenChange}
      groups={groups}
      results={results}
      searching={found.isFetching}
      onQueryChange={setTyped}
      onRun={run}
    />
  );
}
