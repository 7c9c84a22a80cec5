/** How often each option was chosen, in the order of the options; what is no option any more is not counted. */
export function tally<T extends { readonly id: string }>(
  options: readonly T[],
  chosen: readonly (readonly string[])[]
): { readonly option: T; readonly count: number }[] {
  return options.map((option) => ({ option, count: chosen.filter((each) => each.includes(option.id)).length }));
}
