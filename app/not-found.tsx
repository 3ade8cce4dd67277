import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Brand } from "#components/ui/marks/brand.tsx";
import styles from "./not-found.module.css";

export const metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <main id="main" className="page">
      <div className={styles.brand}>
        <Brand />
      </div>
      <ErrorState
        title="There is no page at this address"
        next="It was moved, or the link is not whole."
        action={<ButtonLink href="/">To My work</ButtonLink>}
      />
    </main>
  );
}
