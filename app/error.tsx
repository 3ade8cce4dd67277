"use client";

import { Brand } from "#components/ui/marks/brand.tsx";
import { Page } from "#components/ui/page/page.tsx";
import PageError from "./(main)/error.tsx";
import styles from "./not-found.module.css";

/** Shown if something around every page fails, such as the menu. */
export default function AppError(props: { error: Error; reset: () => void }) {
  return (
    <main id="main">
      <Page className={styles.brand}>
        <Brand />
      </Page>
      <PageError {...props} />
    </main>
  );
}
