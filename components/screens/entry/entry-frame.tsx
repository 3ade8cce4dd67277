import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { SignInCover } from "./sign-in-cover.tsx";
import { ThemeLink } from "./theme-link.tsx";

/** A door of the product: brand, one box with a form, the cover at the right. */
export function EntryFrame({ children }: { children: ReactNode }) {
  return (
    <div className="s-signin">
      <main id="main" className="si">
        <section className="fm" aria-label="Afterword">
          <Brand />
          <div className="bx">{children}</div>
          <footer>
            <a className="lnk" href="/api/v1/docs">
              API
            </a>
            <ThemeLink />
          </footer>
        </section>
        <SignInCover />
      </main>
    </div>
  );
}
