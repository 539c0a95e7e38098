// An address as it is given to others: of a copy on a disk, only what is below its folder, not whose disk it is.
export function told(address) {
  const whole = address.split(/[?#]/)[0];
  return whole.startsWith("file:") ? whole.split("/site/").pop().replace(/^file:.*\//, "") : whole;
}
