"use client";

import { type RefCallback, useEffect, useEffectEvent, useState } from "react";

/** Returns a ref for the element at the end of a list, which loads the next page when it comes near the window. */
export function useLoadMore(load: (() => void) | null): RefCallback<Element> {
  const [end, setEnd] = useState<Element | null>(null);
  const onNear = useEffectEvent(() => load?.());
  useEffect(() => {
    if (!end) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onNear();
      },
      { rootMargin: "600px" },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [end]);
  return setEnd;
}
