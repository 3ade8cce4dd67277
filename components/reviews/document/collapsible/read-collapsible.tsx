"use client";

import { Children, type ReactNode, useEffect, useRef } from "react";
import styles from "./collapsible.module.css";

/** A collapsible for readers: closed at first, found by the browser's search, and open on paper. */
export function ReadCollapsible({ children }: { children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = true;
    const open = () => {
      wasOpen = details.current?.open ?? true;
      details.current?.toggleAttribute("open", true);
    };
    const close = () => details.current?.toggleAttribute("open", wasOpen);
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, []);
  const [title, ...rest] = Children.toArray(children);
  return (
    <details ref={details} className={styles.details}>
      <summary>{title}</summary>
      {rest}
    </details>
  );
}
