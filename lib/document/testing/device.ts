import type { LeftEdit } from "../left-edits.ts";
import type { EditStore, HeldReason } from "../unsent-edits.ts";

interface Row extends LeftEdit {
  tab: number;
  held: HeldReason | null;
}

/** A device without a browser: it keeps edits in memory, answers later, and fails or loses tabs when a test says so. */
export class Device {
  readonly rows = new Map<number, Row>();
  isFull = false;
  readonly #open = new Set<number>();
  #ids = 0;
  #tabs = 0;

  store(): EditStore & { crash(): void } {
    const tab = ++this.#tabs;
    this.#open.add(tab);
    const later = async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!this.#open.has(tab)) await new Promise(() => undefined); // the tab is gone, so is its code
      if (this.isFull) throw new Error("The device is full");
    };
    const close = () => void this.#open.delete(tab);
    return {
      onForgotten: () => undefined,
      write: async (added, removed) => {
        await later();
        for (const id of removed) this.rows.delete(id);
        return added.map((edit) => {
          const id = ++this.#ids;
          this.rows.set(id, { ...edit, id, tab, held: null });
          return id;
        });
      },
      hold: async (ids, held) => {
        await later();
        for (const id of ids) {
          const row = this.rows.get(id);
          if (row) row.held = held;
        }
      },
      takeOver: async () => {
        await later();
        const left = [...this.rows.values()].filter((row) => row.held === null && !this.#open.has(row.tab));
        const lists = [...Map.groupBy(left, (row) => row.tab).values()];
        for (const row of left) row.tab = tab;
        return lists;
      },
      close,
      crash: close,
    };
  }
}
