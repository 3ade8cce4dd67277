import { useEffect, useState } from "react";

const PATIENCE_MS = 700;

/** Returns true once the component has been shown for 700 ms. Progress of shorter work would only flicker. */
export function useIsLong(): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
}
