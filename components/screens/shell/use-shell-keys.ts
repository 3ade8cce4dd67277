"use client";
import { useRouter } from "next/navigation";
import type { KeyBinding } from "#components/ui/keys/key-registry.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { MenuEntry, NavItem } from "./nav-item.ts";

type ShellKeys = {
  items: readonly NavItem[];
  newItems: readonly MenuEntry[];
  onJump?: (() => void) | undefined;
};

/** "g" and a letter go to a section, the keys of the New menu create, Cmd or Ctrl and K opens the palette. */
export function useShellKeys({ items, newItems, onJump }: ShellKeys): void {
  const router = useRouter();
  const goTo: KeyBinding[] = items.map((item) => ({
    keys: item.key,
    label: item.label,
    group: "Go to",
    run: () => router.push(item.href),
  }));
  const create = newItems.flatMap((item): KeyBinding[] => {
    if (!item.keys) return [];
    const run = () => (item.href ? router.push(item.href) : item.onSelect?.());
    return [{ keys: item.keys, label: item.label, group: "New", run }];
  });
  const jump: KeyBinding[] = onJump
    ? [{ keys: "mod+k", label: "Search or jump", group: "Page", run: onJump, whileTyping: true }]
    : [];
  useKeys([...goTo, ...create, ...jump]);
}
