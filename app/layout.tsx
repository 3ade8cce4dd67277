import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { UiProvider } from "#components/ui/ui-provider.tsx";
import "./styles/globals.css";

export const metadata: Metadata = {
  title: { default: "Afterword", template: "%s · Afterword" },
  description: "What happens after an incident: timeline, review, actions, verified.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <UiProvider>{children}</UiProvider>
      </body>
    </html>
  );
}
