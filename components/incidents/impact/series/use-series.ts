"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Impact, ImpactSeries, ImpactWindow } from "#lib/contract/impact.ts";
import { readKept } from "#lib/incidents/impact/series/kept-series.ts";
import type { SeriesRule } from "#lib/incidents/impact/series/measure-series.ts";
import type { WriteWindows } from "../use-write-windows.ts";

/** The pasted text that isn't stored yet. */
export interface Pasted {
  title: string;
  text: string;
  /** Time zone of times without one. "" while none was chosen. */
  zone: string;
}

export const NOTHING_PASTED: Pasted = { title: "", text: "", zone: "" };

/** The shown series, stored or only pasted, and its changes. */
export function useSeries(key: string, impact: Impact, onPlaced: WriteWindows["place"]) {
  const client = useQueryClient();
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [chosenId, choose] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const kept = pasted ? null : (impact.series.find(({ id }) => id === chosenId) ?? impact.series.at(-1) ?? null);
  const text = pasted?.text ?? kept?.text ?? "";
  const zone = pasted?.zone ?? "";
  const read = useMemo(
    () => (text.trim() === "" ? null : readKept(text, zone === "" ? undefined : zone)),
    [text, zone],
  );
  const readAgain = () => refresh(client, "impact");

  const keep = async (): Promise<ImpactSeries | null> => {
    if (kept || !pasted) return kept;
    const title = pasted.title.trim() || "Pasted series";
    const made = await api.impact.keepSeries({ key, title, text: pasted.text, ...(zone === "" ? {} : { zone }) });
    await readAgain();
    choose(made.id);
    setPasted(null);
    return made;
  };
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      toastError(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    kept,
    all: impact.series,
    pasted,
    read,
    text,
    zone,
    isBusy,
    choose,
    paste: setPasted,
    keep: () =>
      run(async () => {
        if (await keep()) toastDone("Series kept as evidence");
      }),
    /** `replaced` are windows that the measured ones replace. */
    use: (serviceId: string, rule: SeriesRule, replaced: readonly ImpactWindow[]) =>
      run(async () => {
        const series = await keep();
        if (!series) return;
        const { windows } = await api.impact.measure({ key, id: series.id, serviceId, ...rule });
        if (windows.length === 0) toastDone("These windows already exist");
        else
          onPlaced(
            windows,
            `${windows.length} measured ${windows.length === 1 ? "window" : "windows"} added`,
            replaced,
          );
      }),
    remove: (series: ImpactSeries) =>
      run(async () => {
        const gone = await api.impact.changeSeries({ key, id: series.id, version: series.version, removed: true });
        await readAgain();
        const undo = () =>
          void run(async () => {
            await api.impact.changeSeries({ key, id: series.id, version: gone.version, removed: false });
            await readAgain();
          });
        toastDone(`${series.title} removed. Its windows stay.`, { undo });
      }),
  };
}

export type SeriesState = ReturnType<typeof useSeries>;
