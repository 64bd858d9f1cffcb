/** The part of `picomatch` that we use; it carries no types of its own. */
declare module 'picomatch' {
  export default function picomatch(
    pattern: string,
    options?: { readonly dot?: boolean; readonly basename?: boolean },
  ): (path: string) => boolean;
}
