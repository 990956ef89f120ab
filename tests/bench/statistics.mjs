/** @param {readonly number[]} values at least one */
export function median(values) {
  const half = (values.length - 1) / 2;
  return (nth(values, Math.floor(half)) + nth(values, Math.ceil(half))) / 2;
}

/**
 * Median and the worst of many, as they are printed.
 * @param {readonly number[]} values
 * @param {string} unit
 */
export function line(values, unit) {
  if (values.length === 0) return 'nothing measured';
  return `median ${round(median(values))} ${unit}, 95 % ${round(quantile(values, 0.95))} ${unit}, worst ${round(Math.max(...values))} ${unit} (n = ${values.length})`;
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  return nth(values, Math.min(values.length - 1, Math.floor(share * values.length)));
}

/** @param {number} value */
export function round(value) {
  return Number(value.toPrecision(3));
}

/**
 * @param {readonly number[]} values
 * @param {number} rank from 0, in rising order
 */
function nth(values, rank) {
  return [...values].sort((a, b) => a - b)[rank] ?? Number.NaN;
}
