"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";

type ChooseIncidentProps = {
  trigger: ReactNode;
  onChoose: (key: string) => void;
  /** Opens when mounted, for a key. */
  startOpen?: boolean;
};

/** A menu of incidents, the newest first, found by words. */
export function ChooseIncident({ trigger, onChoose, startOpen = false }: ChooseIncidentProps) {
  const [open, setOpen] = useState(startOpen);
  const [words, setWords] = useState("");
  const { data } = useQuery({ ...reads.incident.found(words), enabled: open });
  const options = (data?.items ?? []).map(({ key, title }) => ({ value: key, label: `${key} ${title}` }));
  return (
    <ValueMenu
      label="Incident"
      value={null}
      open={open}
      onOpenChange={setOpen}
      options={options}
      onSearch={setWords}
      empty="No matching incidents"
      onChange={onChoose}
      trigger={trigger}
    />
  );
}
