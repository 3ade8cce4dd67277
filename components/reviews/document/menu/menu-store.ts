import type { Editor, Range } from "@tiptap/core";

export interface MenuItem {
  id: string;
  label: string;
  detail?: string;
  group: string;
  run: (editor: Editor, range: Range) => void;
}

export interface OpenMenu {
  label: string;
  items: MenuItem[];
  at: { left: number; top: number };
  chosen: number;
  pick: (item: MenuItem) => void;
}

/** The content of the menu at the caret, one for slash and @, rendered by CaretMenu. */
export class MenuStore {
  #open: OpenMenu | null = null;
  readonly #listeners = new Set<() => void>();

  readonly get = (): OpenMenu | null => this.#open;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(open: OpenMenu | null): void {
    this.#open = open;
    for (const listener of this.#listeners) listener();
  }

  /** Handles a key while open. Returns true if the menu used it. */
  key(key: string): boolean {
    const open = this.#open;
    if (!open || open.items.length === 0) return false;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      this.set({ ...open, chosen: (open.chosen + step + open.items.length) % open.items.length });
      return true;
    }
    const item = open.items[open.chosen];
    if ((key !== "Enter" && key !== "Tab") || !item) return false;
    open.pick(item);
    return true;
  }
}
