// First, because it states the order of the layers that the styles of all components name.
import "./styles/globals.css";

import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { holdServedText } from "#components/reviews/document/served/hold-served-text.ts";
import { rememberEarlyInput } from "#components/ui/page/early-input.ts";
import { loadLater } from "#components/ui/page/load-later.ts";
import { UiProvider } from "#components/ui/page/ui-provider.tsx";
import { NONCE_HEADER } from "#server/base/kernel/nonce-header.ts";

export const metadata: Metadata = {
  title: { default: "Afterword", template: "%s · Afterword" },
  description: "Learn from incidents and follow through: timelines, reviews, actions and strategic changes.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(NONCE_HEADER) ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `(${rememberEarlyInput})();(${holdServedText})();(${loadLater})()` }}
        />
        <UiProvider nonce={nonce}>{children}</UiProvider>
      </body>
    </html>
  );
}
