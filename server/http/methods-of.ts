import { contract } from "#lib/contract/index.ts";

interface Route {
  method: string;
  /** Pieces of its path; null for a parameter. */
  pieces: (string | null)[];
}

/** The routes of the contract, wherever in it they stand. */
function routesIn(value: object): Route[] {
  if ("~orpc" in value) {
    const { route } = value["~orpc"] as { route?: { method?: string; path?: string } };
    if (!route?.method || !route.path) return [];
    return [{ method: route.method, pieces: piecesOf(route.path).map((one) => (one.startsWith("{") ? null : one)) }];
  }
  return Object.values(value).flatMap((inner: unknown) =>
    typeof inner === "object" && inner !== null ? routesIn(inner) : [],
  );
}

const piecesOf = (path: string) => path.split("/").slice(1);

let routes: Route[] | undefined;

/** The methods that an address of the API has, sorted; none for an unknown one. `path` is that behind /api/v1. */
export function methodsOf(path: string): string[] {
  routes ??= routesIn(contract);
  const asked = piecesOf(path);
  const fits = ({ pieces }: Route) =>
    pieces.length === asked.length && pieces.every((one, at) => (one === null ? asked[at] !== "" : one === asked[at]));
  const methods = new Set(routes.filter(fits).map(({ method }) => method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}
