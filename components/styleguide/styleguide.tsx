"use client";
import { PortalContainer } from "#components/ui/portal-container.tsx";
import { ColourSheet } from "./colour-sheet.tsx";
import { ControlSheet } from "./control-sheet.tsx";
import { FieldSheet } from "./field-sheet.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { LayoutSheet } from "./layout-sheet.tsx";
import { MarkSheet } from "./mark-sheet.tsx";
import { OverlaySheet } from "./overlay-sheet.tsx";
import { ShellSheet } from "./shell-sheet.tsx";
import type { ThemeName } from "./specimen.tsx";
import { StateSheet } from "./state-sheet.tsx";
import { TagSheet } from "./tag-sheet.tsx";

/** All sheets, once for each theme, side by side. */
export function Styleguide({ themes }: { themes: readonly ThemeName[] }) {
  return (
    <main id="main" className="s-styleguide">
      <h1 className="vh">Styleguide</h1>
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className="sg-theme">
          <PortalContainer className="sg-sheet">
            <ShellSheet />
            <ControlSheet />
            <FieldSheet />
            <TagSheet />
            <MarkSheet />
            <StateSheet />
            <LayoutSheet />
            <OverlaySheet />
            <KeySheet />
            <ColourSheet />
          </PortalContainer>
        </div>
      ))}
    </main>
  );
}
