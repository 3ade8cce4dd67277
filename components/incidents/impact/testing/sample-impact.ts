import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import { recount } from "../patch-impact.ts";

export const CHECKOUT = { id: "00000000-0000-7000-8000-00000000000c", name: "Checkout" };
export const NOW_MS = Date.parse("2017-02-03T00:00:00Z");

/** A window of 2 Feb 2017 for tests of pure rules. */
export function sampleWindow(
  id: string,
  from: string,
  to: string | null,
  weight: number,
  more: Partial<ImpactWindow> = {},
): ImpactWindow {
  return {
    id,
    service: CHECKOUT,
    from: `2017-02-02T${from}.000Z`,
    to: to === null ? null : `2017-02-02T${to}.000Z`,
    weight,
    basis: "measured",
    reason: "",
    origin: "hand",
    seriesId: null,
    weightedSeconds: 0,
    covered: false,
    createdBy: null,
    createdAt: "2017-02-02T12:00:00.000Z",
    removed: false,
    version: 1,
    ...more,
  };
}

export function sampleImpact(windows: ImpactWindow[]): Impact {
  const budget = { days: 90, seconds: 15_552, spentPercent: 0, leftPercent: 80 };
  const total = { weightedSeconds: 0, impactSeconds: 0, degradedOnlySeconds: 0 };
  const services = [{ service: { ...CHECKOUT, availabilityTarget: 99.8 }, ...total, budget }];
  return recount({ windows, services, proposals: [], series: [], mayEdit: true }, NOW_MS);
}
