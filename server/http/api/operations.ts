import { contract } from "#lib/contract/index.ts";

/** One operation of the contract, as its two entry points call it. */
export interface Operation {
  /** "import.preview". */
  name: string;
  method: string;
  /** Parts of its path. A parameter is in braces. */
  pieces: string[];
  /** Whether people without an account can call it. */
  isOpen: boolean;
}

/** Returns whether people without an account can call the operations of a noun. */
export const isOpenNoun = (noun: string | undefined): boolean => noun === "entry";

/** The operations of the contract, at any depth. */
function operationsIn(value: object, path: string[] = []): Operation[] {
  if ("~orpc" in value) {
    const { route } = value["~orpc"] as { route?: { method?: string; path?: string } };
    if (!route?.method || !route.path) return [];
    const isOpen = isOpenNoun(path[0]);
    return [{ name: path.join("."), method: route.method, pieces: piecesOf(route.path), isOpen }];
  }
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === "object" && inner !== null ? operationsIn(inner, [...path, name]) : [],
  );
}

const piecesOf = (path: string) => path.split("/").slice(1);
const isParameter = (piece: string) => piece.startsWith("{");

let known: Operation[] | undefined;
const operations = () => {
  known ??= operationsIn(contract);
  return known;
};

/** Returns the operations at an API path, one per method. `path` is the part after /api/v1. */
export function operationsAt(path: string): Operation[] {
  const asked = piecesOf(path);
  return operations().filter(
    ({ pieces }) =>
      pieces.length === asked.length &&
      pieces.every((one, at) => (isParameter(one) ? asked[at] !== "" : one === asked[at])),
  );
}

/** Returns the operation that our own client calls at a path such as /import/preview. */
export const operationCalled = (path: string): Operation | undefined =>
  operations().find(({ name }) => name === piecesOf(path).join("."));

/** Returns the value of `{key}` in a path, or undefined if the operation has none. */
export const keyIn = ({ pieces }: Operation, path: string): string | undefined =>
  piecesOf(path)[pieces.indexOf("{key}")];

/** Returns the methods of an API path, sorted. Empty for an unknown one. */
export function methodsOf(path: string): string[] {
  const methods = new Set(operationsAt(path).map(({ method }) => method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}
