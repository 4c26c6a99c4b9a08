// Gives the person a file.
// @ts-check

/** @param {string} name @param {string} text @param {string} type */
export function save(name, text, type) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);  // some browsers read it only after the click is over
}
