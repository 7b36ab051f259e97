/**
 * The usual range of a count: the 2.5th and 97.5th percentile of a negative binomial with this mean and
 * dispersion (variance over mean), or of a Poisson distribution where the dispersion is 1.
 */
export function usualRange(mean, dispersion = 1) {
  if (mean === null || mean <= 0) return null;
  const excess = Math.max(dispersion - 1, 1e-6);
  const size = mean / excess;
  let probability = Math.exp(-size * Math.log1p(excess));
  let sum = probability;
  let count = 0;
  let low = null;
  while (sum < 0.975 && count < 100000) {
    if (low === null && sum >= 0.025) low = count;
    probability *= ((size + count) / (count + 1)) * (excess / (1 + excess));
    count += 1;
    sum += probability;
  }
  return { low: low ?? count, high: count };
}
