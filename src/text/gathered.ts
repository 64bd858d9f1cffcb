/**
 * What `pick` finds in each, in order, where it finds anything. `flatMap` makes a list for each and lays them end to end:
 * in lists that every draft goes through that costs more than the rest.
 */
export function gathered<One, Found>(all: readonly One[], pick: (one: One) => Found | undefined): Found[] {
  const found: Found[] = [];
  for (const one of all) {
    const picked = pick(one);
    if (picked !== undefined) found.push(picked);
  }
  return found;
}
