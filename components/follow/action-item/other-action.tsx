"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";

interface OtherActionProps {
  label: string;
  ownKey: string;
  value: string | null;
  onChange: (key: string) => void;
}

/** Chooses another action, found by words. */
export function OtherAction({ label, ownKey, value, onChange }: OtherActionProps) {
  const [q, setQ] = useState("");
  const found = useQuery(reads.actionItem.found(q)).data?.items ?? [];
  return (
    <Combobox
      label={label}
      value={value}
      options={found
        .filter(({ key }) => key !== ownKey)
        .map(({ key, title }) => ({ value: key, label: title, detail: key }))}
      nameOf={(key) => key}
      onChange={onChange}
      onSearch={setQ}
    />
  );
}
