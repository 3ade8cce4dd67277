"use client";

import { type PointerEvent, useMemo, useState } from "react";

/**
 * The number of the event under the pointer. Only it and the current one get their buttons, which cost as much as a
 * row.
 */
export function useNear() {
  const [near, setNear] = useState<number | null>(null);
  const handlers = useMemo(
    () => ({
      onPointerOver: ({ target }: PointerEvent<HTMLElement>) => {
        const row = target instanceof Element ? target.closest("li[id]") : null;
        setNear(row ? Number(row.id.slice(1)) : null);
      },
      onPointerLeave: () => setNear(null),
    }),
    [],
  );
  return [near, handlers] as const;
}
