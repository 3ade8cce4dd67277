"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import type { ValueOption } from "#components/ui/value-list.tsx";

/** People with access as options of a menu, found by name or email on the server. */
export function usePeopleOptions(): { options: ValueOption[]; onSearch: (text: string) => void } {
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const { data } = useQuery(reads.member.found(q));
  const options = (data?.items ?? []).map(({ id, name, email }) => ({ value: id, label: name, detail: email }));
  return { options, onSearch: setText };
}
