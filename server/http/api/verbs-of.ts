import type { AnyContractProcedure, InferSchemaInput } from "@orpc/contract";
import type { contract } from "#lib/contract/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { HttpContext } from "#server/people/auth/http-context.ts";

type Contract = typeof contract;
export type Noun = keyof Contract;

/**
 * Information about a request in addition to its input. `sessionId` is null for a token and for routes without sign-in.
 */
interface Asked extends Pick<HttpContext, "origin" | "address" | "isDemoAccepted" | "signedIn"> {
  sessionId: string | null;
}

type Verb<Operation> = Operation extends AnyContractProcedure
  ? (
      ctx: Ctx,
      input: InputOf<Operation>,
      asked: Asked,
    ) => Promise<InferSchemaInput<NonNullable<Operation["~orpc"]["outputSchema"]>>>
  : never;
type Verbs = { [Name in Noun]: { [Operation in keyof Contract[Name]]: Verb<Contract[Name][Operation]> } };

/**
 * The name under which an entry point exports the function of an operation, or the operation itself if there is none.
 */
type NameOf<Room, Operation extends string, Object extends string> = [
  Extract<keyof Room, Operation | `${Operation}${Object}`>,
] extends [never]
  ? Operation
  : Extract<keyof Room, Operation | `${Operation}${Object}`>;

/** What an entry point must export: a function for each operation that isn't special. */
type Needed<Name extends Noun, Room, Object extends string, Special> = {
  [Operation in Exclude<keyof Verbs[Name], keyof Special> & string as NameOf<
    Room,
    Operation,
    Object
  >]: Verbs[Name][Operation];
};

/** A function as the router calls it, after the contract has parsed the input. */
type AnyVerb = (ctx: Ctx, input: unknown, asked: Asked) => Promise<unknown>;
export interface VerbsOfNoun<Name extends Noun> {
  noun: Name;
  /** Throws if an entry point has no function, or two, for an operation. */
  of(operation: string): AnyVerb;
}

/**
 * Finds the functions of a noun in its entry point: `update` of an incident is `updateIncident`, or an export with just
 * that name. Only functions with another name, or that need more than context and input, are `special`.
 */
export const verbsOf =
  <Name extends Noun, const Special extends Partial<Verbs[Name]>>(noun: Name, special: Special) =>
  <Room extends object, Object extends string>(
    room: Room & Needed<Name, Room, Object, Special>,
    ...objects: readonly Object[]
  ): VerbsOfNoun<Name> => ({
    noun,
    of(operation) {
      const names = ["", ...objects].map((object) => `${operation}${object}`);
      const [verb, ...others] = [
        ...Object.entries(special).filter(([name]) => name === operation),
        ...Object.entries(room).filter(([name]) => names.includes(name) && !(operation in special)),
      ];
      if (!verb || others.length > 0) throw new Error(`${noun}.${operation} needs one verb`);
      return verb[1] as AnyVerb;
    },
  });

/** Gives a function what it needs from the request, together with its input. */
export const withAsked =
  <Input extends object, Key extends keyof Asked & keyof Input, Answer>(
    keys: readonly Key[],
    verb: (ctx: Ctx, input: Input) => Promise<Answer>,
  ) =>
  (ctx: Ctx, input: Omit<Input, Key>, asked: Asked): Promise<Answer> =>
    verb(ctx, { ...input, ...Object.fromEntries(keys.map((key) => [key, asked[key]])) } as Input);
