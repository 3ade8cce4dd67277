"use client";

import { Search } from "lucide-react";
import { useRef } from "react";
import { Input } from "#components/ui/input.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";

interface ForumSearchProps {
  value: string;
  onChange: (words: string) => void;
}

/** The large field over the forum; the slash key goes to it. */
export function ForumSearch({ value, onChange }: ForumSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useKeys([{ keys: "/", label: "Search the forum", group: "Page", run: () => input.current?.focus() }]);
  return (
    <search className="fs">
      <Search className="i" />
      <Input
        ref={input}
        type="search"
        size="lg"
        maxLength={200}
        aria-label="Search published reviews"
        placeholder="Search published reviews by word, condition or service"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Kbd keys="/" />
    </search>
  );
}
