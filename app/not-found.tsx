import { ButtonLink } from "#components/ui/link.tsx";
import { Brand } from "#components/ui/marks/brand.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import styles from "./not-found.module.css";

export const metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main id="main">
      <Page>
        <div className={styles.brand}>
          <Brand />
        </div>
        <ErrorState
          title="Page not found"
          next="The page may have moved, or the link is incomplete."
          action={<ButtonLink href="/">Go to My work</ButtonLink>}
        />
      </Page>
    </main>
  );
}
