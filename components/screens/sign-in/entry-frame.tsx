import type { ReactNode } from "react";
import { Brand } from "#components/ui/marks/brand.tsx";
import type { Segment, SegmentKind } from "#components/ui/marks/signature.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./entry-frame.module.css";
import { ThemeLink } from "./theme-link.tsx";

interface CoverLine {
  /** As drawn below; no two are alike. */
  drawn: string;
  widthPx: number;
  segments: readonly Segment[];
}

/** Thirty bands on the cover: width, then the fractions before anyone noticed (l), degraded (d) and unavailable (o). */
const DRAWN = `283 l54 o73 d50|330 d156|452 l64 d46 o205|84 l10 d34|88 d20 o20|202 l39 d121|91 l8 d11 o34|84 l15 d11 o28
343 d190|97 l7 d20 o42|177 l24 d38 o60|280 l32 d35 o79|431 l66 d118 o128|330 l64 d155|96 d45|411 d252|122 l18 o55 d25
154 l27 d47|111 l16 o30 d28|560 l37 d102 o399|189 d30 o95|84 l8 d34|86 d14 o18|249 l36 d75|139 l15 o35 d35
85 l14 o19 d20|85 d44|137 l7 d74|86 l6 d46|85 d24 o27`;

const KINDS: Record<string, SegmentKind> = { l: "latent", d: "degraded", o: "outage" };

function readLine(text: string): CoverLine {
  const [width, ...parts] = text.split(" ");
  const widthPx = Number(width);
  let at = 0;
  const segments = parts.map((part): Segment => {
    const from = at;
    at += Number(part.slice(1)) / widthPx;
    return { kind: KINDS[part.charAt(0)] ?? "degraded", from, to: at };
  });
  return { drawn: text, widthPx, segments: [...segments, { kind: "restored", from: at, to: 1 }] };
}

const COVER_LINES: readonly CoverLine[] = DRAWN.split(/[|\n]/).map(readLine);

/** The cover next to the form: the product, drawn in its own mark. */
function SignInCover() {
  return (
    <aside className={styles.cover} aria-label="About Afterword">
      <ul aria-hidden="true">
        {COVER_LINES.map(({ drawn, widthPx, segments }) => (
          <li key={drawn}>
            <Signature segments={segments} widthPx={widthPx} heightPx={11} />
          </li>
        ))}
      </ul>
      <div>
        <blockquote>Reviews that get written, actions that get done.</blockquote>
        <p>
          Each line above is an incident: dotted before anyone noticed, hatched while degraded, solid while down, and a
          ring when restored.
        </p>
      </div>
    </aside>
  );
}

/** An entry page: brand, one box with a form, and the cover on the right. */
export function EntryFrame({ children }: { children: ReactNode }) {
  return (
    <main id="main" className={styles.frame}>
      <section className={styles.side} aria-label="Afterword">
        <Brand size="md" />
        <div className={styles.box}>{children}</div>
        <footer>
          <a className={textStyles.link} href="/api/v1/docs">
            API
          </a>
          <ThemeLink />
        </footer>
      </section>
      <SignInCover />
    </main>
  );
}
