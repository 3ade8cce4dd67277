"use client";

import { useEffect, useState } from "react";
import { useSettle } from "#components/intake/unassigned/use-settle.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import type { ListedIncoming } from "#lib/contract/unassigned.ts";

const NONE: ReadonlySet<string> = new Set();
const GROUP = "Unassigned";

type Place = { part: "lane" | "row"; index: number };

/**
 * Lanes and rows of the unassigned events by keyboard: Enter attaches to the named incident, Space opens, H dismisses.
 */
export function useTriage(rows: readonly ListedIncoming[], laneCount: number, attachLane: (index: number) => void) {
  const [picked, setPicked] = useState(NONE);
  const [opened, setOpened] = useState(NONE);
  const [place, setPlace] = useState<Place>({ part: "row", index: -1 });
  const [choosing, setChoosing] = useState({ id: "", times: 0 });
  const { attach, dismiss } = useSettle();
  const isRow = place.part === "row";
  // Settled events leave the list, and the following row takes their place.
  const at = Math.min(place.index, (isRow ? rows.length : laneCount) - 1);
  const rowIndex = isRow ? at : -1;
  const row = rows[rowIndex];
  const current = isRow && at >= 0 ? laneCount + at : at;
  const move = (index: number) =>
    setPlace(index < laneCount ? { part: "lane", index } : { part: "row", index: index - laneCount });
  const choose = (one: ListedIncoming) => setChoosing({ id: one.id, times: choosing.times + 1 });
  const open = (id: string) => {
    setOpened(toggled(opened, id));
    setPlace({ part: "row", index: rows.findIndex((one) => one.id === id) });
  };
  const toggle = (id: string) => setPicked(toggled(picked, id));
  const attachRow = (key: string, one: ListedIncoming) => {
    // An undo restores the row without the question that was answered.
    setChoosing({ id: "", times: choosing.times });
    void attach(key, [one]);
  };
  const dismissRow = (one: ListedIncoming) => void dismiss([one]);
  const enter = () => {
    if (!isRow) return attachLane(at);
    if (row?.state !== "waiting") return row && open(row.id);
    return row.candidate ? attachRow(row.candidate.key, row) : choose(row);
  };
  useListKeys({
    current,
    count: laneCount + rows.length,
    onMove: move,
    onOpen: enter,
    onPeek: () => row && open(row.id),
    onToggle: () => row?.state === "waiting" && toggle(row.id),
  });
  const onWaiting = () => picked.size === 0 && row?.state === "waiting";
  useKeys([
    {
      keys: "i",
      label: "Choose an incident for the row",
      group: GROUP,
      run: () => row && choose(row),
      when: onWaiting,
    },
    { keys: "h", label: "Dismiss the row", group: GROUP, run: () => row && dismissRow(row), when: onWaiting },
  ]);
  const id = row?.id;
  useEffect(() => {
    if (id) document.getElementById(`in-${id}`)?.scrollIntoView({ block: "nearest" });
  }, [id]);
  const chosen = rows.filter((one) => picked.has(one.id));
  const clear = () => setPicked(NONE);
  return {
    table: { rows, picked, opened, current: rowIndex, choosing, onToggle: toggle, onOpen: open },
    acts: { onAttach: attachRow, onDismiss: dismissRow },
    lane: isRow ? -1 : at,
    chosen,
    clear,
    attachChosen: (key: string) => {
      clear();
      void attach(key, chosen);
    },
    dismissChosen: () => {
      clear();
      void dismiss(chosen);
    },
  };
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
