"use client";

import { type ReactElement, useState } from "react";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import { usePersonChoices } from "../use-choices.ts";

export interface Named {
  userId: string | null;
  name: string;
}

type PersonMenuProps = {
  label: string;
  trigger: ReactElement;
  /** Those named already, who are not offered again. */
  named: readonly Named[];
  onPick: (person: Named) => void;
};

const TYPED = "typed";

/** Somebody with an account, or anybody by name. */
export function PersonMenu({ label, trigger, named, onPick }: PersonMenuProps) {
  const [words, setWords] = useState("");
  const people = usePersonChoices();
  const typed = words.trim();
  const matches = people.options.filter(
    (person) =>
      !named.some(({ userId }) => userId === person.value) &&
      `${person.label} ${person.detail ?? ""}`.toLowerCase().includes(typed.toLowerCase()),
  );
  const isKnown = [...matches.map((person) => person.label), ...named.map(({ name }) => name)].some(
    (name) => name.toLowerCase() === typed.toLowerCase(),
  );
  const options =
    typed === "" || isKnown ? matches : [...matches, { value: TYPED, label: typed, detail: "Without an account" }];
  return (
    <ValueMenu
      label={label}
      value={null}
      options={options}
      placeholder="Name"
      empty="Type a name"
      onSearch={(next) => {
        setWords(next);
        people.search?.(next);
      }}
      onChange={(value) => {
        const person = matches.find((one) => one.value === value);
        onPick(person ? { userId: person.value, name: person.label } : { userId: null, name: typed });
        setWords("");
      }}
      trigger={trigger}
    />
  );
}
