"use client";
import NextLink from "next/link";
import { useRouter } from "next/navigation";
import { Tabs as Radix } from "radix-ui";
import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { useKeys } from "../keys/use-keys.ts";
import styles from "./tabs.module.css";

type TabWords = { label: string; count?: ReactNode; changed?: boolean | undefined };
export type LinkTab = TabWords & {
  href: string;
  current?: boolean | undefined;
  /** A heading before the first of several with the same one. */
  group?: string | undefined;
};

/** Pages or saved views side by side. [ and ] go to the one before and after. */
export function LinkTabs({ label, items, after }: { label: string; items: readonly LinkTab[]; after?: ReactNode }) {
  const router = useRouter();
  const go = (by: number) => () => {
    const target = items[items.findIndex((item) => item.current) + by];
    if (target) router.push(target.href);
  };
  useKeys([
    { keys: "[", label: "Previous tab or view", group: "Page", run: go(-1) },
    { keys: "]", label: "Next tab or view", group: "Page", run: go(1) },
  ]);
  const bar = useRef<HTMLElement>(null);
  const here = items.find((item) => item.current)?.href;
  useEffect(() => {
    const tab = here ? bar.current?.querySelector<HTMLElement>("[aria-current=page]") : null;
    // Only the row of tabs scrolls, never the page.
    if (tab && bar.current) bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.offsetWidth) / 2;
  }, [here]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={label}>
      {items.map((item, at) => (
        <Fragment key={item.href}>
          {item.group !== undefined && item.group !== items[at - 1]?.group ? (
            <span className={styles.group}>{item.group}</span>
          ) : null}
          <NextLink href={item.href} aria-current={item.current ? "page" : undefined}>
            <TabText {...item} />
          </NextLink>
        </Fragment>
      ))}
      {after}
    </nav>
  );
}

export type ButtonTab = TabWords & { value: string; content: ReactNode };

type ButtonTabsProps = {
  label: string;
  items: readonly ButtonTab[];
  value?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
};

/** Tabs inside one page. Arrows move between them. */
export function ButtonTabs({ label, items, value, onChange }: ButtonTabsProps) {
  const first = items[0]?.value ?? "";
  return (
    <Radix.Root
      {...(value === undefined ? { defaultValue: first } : { value })}
      {...(onChange ? { onValueChange: onChange } : {})}
    >
      <Radix.List className={styles.tabs} aria-label={label}>
        {items.map((item) => (
          <Radix.Trigger key={item.value} value={item.value}>
            <TabText {...item} />
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value}>
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

function TabText({ label, count, changed }: TabWords) {
  return (
    <>
      {label}
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
      {changed ? <i className={styles.changed} role="img" aria-label="changed" /> : null}
    </>
  );
}
