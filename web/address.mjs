// The address of this page without what belongs to one visit: only the clinic's pack, the language and the country stay. Links that a person
// takes along begin with it.
// @ts-check

const STAYS = ['pack', 'lang', 'country'];

export function ownAddress() {
  const address = new URL(location.pathname, location.href);
  const given = new URLSearchParams(location.search);
  for (const name of STAYS) {
    const value = given.get(name);
    if (value !== null) address.searchParams.set(name, value);
  }
  return address.href;
}
