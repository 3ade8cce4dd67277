"use client";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Kbd } from "../keys/kbd.tsx";
import { useKeys } from "../keys/use-keys.ts";
import styles from "./find-field.module.css";
import { Input } from "./input.tsx";

type FindFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  maxLength: number;
  /** It has just been opened, to be typed in. */
  startsFocused?: boolean;
};

/** Search in this page. The slash key focuses it. Enter and a second Esc return the keys to the list. */
export function FindField({ label, value, onChange, maxLength, startsFocused = false }: FindFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (startsFocused) input.current?.focus();
  }, [startsFocused]);
  useKeys([{ keys: "/", label: "Search in this page", group: "Page", run: () => input.current?.focus() }]);
  const onKeyDown = ({ key, currentTarget, nativeEvent }: KeyboardEvent<HTMLInputElement>) => {
    if (nativeEvent.isComposing) return;
    if (key === "Enter" || (key === "Escape" && value === "")) currentTarget.blur();
  };
  return (
    <search className={styles.find}>
      <Search />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Kbd keys="/" />
    </search>
  );
}
