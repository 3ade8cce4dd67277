"use client";
import { Search } from "lucide-react";
import { Kbd } from "#components/ui/kbd.tsx";
import { ariaKeysOf } from "#components/ui/keys/format-keys.ts";

/** Looks like a field, opens the palette; folds to an icon when narrow. */
export function JumpButton({ onPress }: { onPress: () => void }) {
  return (
    <button
      type="button"
      className="jump"
      aria-label="Search or jump"
      aria-keyshortcuts={ariaKeysOf("mod+K")}
      onClick={onPress}
    >
      <Search className="i s" />
      <span>Search or jump</span>
      <Kbd keys="mod+k" />
    </button>
  );
}
