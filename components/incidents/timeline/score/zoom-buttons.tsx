"use client";

import { Maximize2, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { SegFrame } from "#components/ui/choices/seg.tsx";
import styles from "./score.module.css";

type ZoomButtonsProps = { mayZoomIn: boolean; mayZoomOut: boolean; onZoom: (by: 1 | -1) => void; onWhole: () => void };

/** Zoom in, zoom out, and back to the whole incident. */
export function ZoomButtons({ mayZoomIn, mayZoomOut, onZoom, onWhole }: ZoomButtonsProps) {
  return (
    <SegFrame className={styles.zoom} aria-label="Zoom">
      <ZoomButton label="Zoom out" keys="-" icon={<Minus />} isOff={!mayZoomOut} onPress={() => onZoom(-1)} />
      <ZoomButton label="Zoom in" keys="+" icon={<Plus />} isOff={!mayZoomIn} onPress={() => onZoom(1)} />
      <ZoomButton label="Whole incident" keys="0" icon={<Maximize2 />} isOff={false} onPress={onWhole} />
    </SegFrame>
  );
}

type ZoomButtonProps = { label: string; keys: string; icon: ReactNode; isOff: boolean; onPress: () => void };

function ZoomButton({ label, keys, icon, isOff, onPress }: ZoomButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      aria-disabled={isOff || undefined}
      onClick={onPress}
    >
      {icon}
    </button>
  );
}
