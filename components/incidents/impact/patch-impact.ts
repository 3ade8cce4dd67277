import type { Impact, ImpactWindow, ServiceImpact } from "#lib/contract/impact.ts";
import { sharesOf, totalOf, unionOf } from "#lib/incidents/impact/union.ts";
import type { Window } from "#lib/incidents/impact/window.ts";

/** Fields of a window that can be changed. */
export type WindowFields = Partial<Pick<ImpactWindow, "from" | "to" | "weight" | "basis" | "reason" | "removed">>;

export const toWindow = ({ id, from, to, weight, basis }: ImpactWindow): Window => ({
  id,
  fromMs: Date.parse(from),
  toMs: to === null ? null : Date.parse(to),
  weight,
  basis,
});

/** Returns the current fields, to go back to. */
export function fieldsBefore(window: ImpactWindow, fields: WindowFields): WindowFields {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, window[name as keyof WindowFields]]));
}

const compare = (a: ImpactWindow, b: ImpactWindow) =>
  a.service.name.localeCompare(b.service.name) || Date.parse(a.from) - Date.parse(b.from) || (a.id < b.id ? -1 : 1);

/** Returns the impact with one window changed, added or removed, and new totals. */
export function withWindow(impact: Impact, window: ImpactWindow, nowMs: number): Impact {
  const others = impact.windows.filter(({ id }) => id !== window.id);
  return recount({ ...impact, windows: window.removed ? others : [...others, window].sort(compare) }, nowMs);
}

/** Returns the impact with some fields of one window changed. */
export function withFields(impact: Impact, id: string, fields: WindowFields, nowMs: number): Impact {
  const window = impact.windows.find((one) => one.id === id);
  return window ? withWindow(impact, { ...window, ...fields }, nowMs) : impact;
}

/**
 * Computes what each window adds and the total of each service, by the server's rule. The remaining budget waits for
 * the server.
 */
export function recount(impact: Impact, nowMs: number): Impact {
  const byService = Map.groupBy(impact.windows, ({ service }) => service.id);
  const shares = new Map([...byService.values()].flatMap((own) => [...sharesOf(own.map(toWindow), { nowMs })]));
  return {
    ...impact,
    windows: impact.windows.map((window) => {
      const share = shares.get(window.id);
      return { ...window, weightedSeconds: share?.weightedSeconds ?? 0, covered: share?.covered ?? false };
    }),
    services: impact.services.flatMap((service): ServiceImpact[] => {
      const own = byService.get(service.service.id);
      if (!own) return [];
      const total = totalOf(unionOf(own.map(toWindow), { nowMs }));
      const { budget } = service;
      const spentPercent = budget.seconds > 0 ? (total.weightedSeconds / budget.seconds) * 100 : null;
      return [{ ...service, ...total, budget: { ...budget, spentPercent } }];
    }),
  };
}
