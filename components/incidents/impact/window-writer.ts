import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import { type WindowFields, withFields, withWindow } from "./patch-impact.ts";

export interface WriterPorts {
  read: () => Impact | undefined;
  write: (change: (impact: Impact) => Impact) => void;
  send: (id: string, version: number, fields: WindowFields) => Promise<ImpactWindow>;
  /** Returns the newer window from a conflict, or null for any other error. */
  newerOf: (error: unknown) => ImpactWindow | null;
  now: () => number;
}

/**
 * Writes windows one change after another, with the cache always one step ahead. Waiting changes of a window are sent
 * together. Rejects if a change was rejected, and then the cache contains the server's state.
 */
export function createWindowWriter({ read, write, send, newerOf, now }: WriterPorts) {
  const waiting = new Map<string, WindowFields>();
  const known = new Map<string, ImpactWindow>();
  let turn: Promise<unknown> = Promise.resolve();

  const settle = (window: ImpactWindow) => {
    known.set(window.id, window);
    write((impact) => withWindow(impact, { ...window, ...waiting.get(window.id) }, now()));
  };

  return {
    change(window: ImpactWindow, fields: WindowFields): Promise<void> {
      const { id } = window;
      if (!known.has(id)) known.set(id, window);
      const shown = read()?.windows.some((one) => one.id === id);
      waiting.set(id, { ...waiting.get(id), ...fields });
      write((impact) =>
        shown ? withFields(impact, id, fields, now()) : withWindow(impact, { ...window, ...fields }, now()),
      );
      const mine = turn
        .catch(() => undefined)
        .then(async () => {
          const all = waiting.get(id);
          if (!all) return;
          waiting.delete(id);
          const base = known.get(id) ?? window;
          try {
            settle(await send(id, Math.max(base.version, window.version), all));
          } catch (error) {
            settle(newerOf(error) ?? base);
            throw error;
          }
        });
      turn = mine;
      return mine;
    },
  };
}
