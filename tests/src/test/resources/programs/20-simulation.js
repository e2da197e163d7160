// Mixed and larger: a seeded simulation with a priority queue, a graph search, matrices, text layout.
function* random(seed) {
  for (let s = seed >>> 0; ; s = (Math.imul(s, 1664525) + 1013904223) >>> 0) yield s / 2 ** 32;
}
const rng = random(42);
const next = (n) => Math.floor(rng.next().value * n);
class Heap {
  #items = [];
  constructor(less) {
    this.less = less;
  }
  get size() {
    return this.#items.length;
  }
  push(item) {
    const h = this.#items;
    let i = h.push(item) - 1;
    for (let up; i > 0 && this.less(h[i], h[(up = (i - 1) >> 1)]); i = up) [h[i], h[up]] = [h[up], h[i]];
  }
  pop() {
    const h = this.#items;
    const top = h[0];
    const last = h.pop();
    if (h.length > 0) {
      h[0] = last;
      for (let i = 0, c; (c = 2 * i + 1) < h.length; i = c) {
        if (c + 1 < h.length && this.less(h[c + 1], h[c])) c++;
        if (!this.less(h[c], h[i])) break;
        [h[i], h[c]] = [h[c], h[i]];
      }
    }
    return top;
  }
}
const grid = Array.from({ length: 12 }, () => Array.from({ length: 30 }, () => (next(4) === 0 ? '#' : '.')));
grid[0][0] = grid[11][29] = '.';
const path = (() => {
  const key = (r, c) => r * 100 + c;
  const heap = new Heap((a, b) => a.cost < b.cost || (a.cost === b.cost && a.k < b.k));
  const seen = new Map([[0, { cost: 0, from: -1 }]]);
  heap.push({ r: 0, c: 0, cost: 0, k: 0 });
  while (heap.size) {
    const { r, c, cost, k } = heap.pop();
    if (r === 11 && c === 29) {
      const steps = [];
      for (let at = k; at !== -1; at = seen.get(at).from) steps.unshift(at);
      return { cost, steps };
    }
    for (const [dr, dc] of [[0, 1], [1, 0], [0, -1], [-1, 0]]) {
      const [nr, nc] = [r + dr, c + dc];
      if (grid[nr]?.[nc] !== '.') continue;
      const nk = key(nr, nc);
      if ((seen.get(nk)?.cost ?? Infinity) > cost + 1) {
        seen.set(nk, { cost: cost + 1, from: k });
        heap.push({ r: nr, c: nc, cost: cost + 1, k: nk });
      }
    }
  }
  return null;
})();
for (const k of path?.steps ?? []) grid[Math.floor(k / 100)][k % 100] = 'o';
console.log(grid.map((row) => row.join('')).join('\n'));
console.log(path);
const multiply = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));
const matrix = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => next(10)));
console.log(matrix, multiply(matrix, matrix));
let life = new Set(['1,0', '2,1', '0,2', '1,2', '2,2']);
const step = (cells) => {
  const counts = new Map();
  for (const cell of cells) {
    const [x, y] = cell.split(',').map(Number);
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) if (dx || dy) {
      const k = `${x + dx},${y + dy}`;
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([k, n]) => n === 3 || (n === 2 && cells.has(k))).map(([k]) => k));
};
for (let i = 0; i < 20; i++) life = step(life);
console.log(life);
const text = 'Sing, O goddess, the anger of Achilles son of Peleus, that brought countless ills upon the Achaeans.';
const wrap = (s, width) => s.split(' ').reduce((lines, w) => ((lines.at(-1) + ' ' + w).length <= width ? [...lines.slice(0, -1), `${lines.at(-1)} ${w}`.trim()] : [...lines, w]), ['']);
console.log(wrap(text, 30), wrap(text, 30).map((l) => l.padStart(30)).join('\n'));
const histogram = Object.entries([...text.toLowerCase()].reduce((acc, ch) => (/[a-z]/.test(ch) && (acc[ch] = (acc[ch] ?? 0) + 1), acc), {})).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
console.log(histogram, Object.fromEntries(histogram.slice(0, 5)));
const stats = Array.from({ length: 1000 }, () => next(100));
const mean = stats.reduce((a, b) => a + b) / stats.length;
console.log({ mean: mean.toFixed(3), max: Math.max(...stats), distinct: new Set(stats).size, first: stats.slice(0, 20) });
const permutations = (xs) => (xs.length < 2 ? [xs] : xs.flatMap((x, i) => permutations([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])));
console.log(permutations(['a', 'b', 'c']), permutations([...'abcde']).length);
