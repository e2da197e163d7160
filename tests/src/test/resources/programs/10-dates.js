// Dates in UTC: making, parsing, arithmetic, formatting.
const d = new Date(Date.UTC(2024, 1, 29, 12, 34, 56, 789));
console.log(d, [d], { d }, d.toISOString(), d.toJSON(), JSON.stringify({ d }), +d, d.valueOf());
console.log(new Date(NaN), [new Date('rubbish')], String(Number(new Date(NaN))));
console.log(['2024-01-01', '2024-01-01T00:00:00Z', '2024-01-01T12:00:00+02:00', '1969-12-31T23:59:59.999Z', '+010000-01-01T00:00:00Z'].map((s) => new Date(s)));
console.log(new Date(8.64e15), new Date(-8.64e15), isNaN(new Date(8.64e15 + 1)), new Date(0));
const parts = (x) => [x.getUTCFullYear(), x.getUTCMonth(), x.getUTCDate(), x.getUTCDay(), x.getUTCHours(), x.getUTCMinutes(), x.getUTCSeconds(), x.getUTCMilliseconds()];
console.log(parts(d), parts(new Date(-1)));
const month = new Date(Date.UTC(2023, 0, 31));
month.setUTCMonth(1);
console.log(month, new Date(Date.UTC(2023, 12, 0)), new Date(Date.UTC(99, 0, 1)));
const days = (a, b) => Math.round((b - a) / 864e5);
console.log(days(Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1)), [2000, 1900, 2023, 2024].map((y) => new Date(Date.UTC(y, 1, 29)).getUTCMonth() === 1));
console.log(new Set([new Date(1), new Date(2)]), new Map([[new Date(3), new Date(4)]]), Object.assign(new Date(5), { note: 'extra' }));
class Stamp extends Date {
  label = 'stamp';
}
console.log(new Stamp(86400000), new Stamp(0) instanceof Date, Object.prototype.toString.call(new Stamp(0)));
console.log(typeof Date.now(), Date.UTC(2020, 0), Date.length, new Date(2020, 0, 1, 0, 0, 0) - new Date(2020, 0, 1) === 0);
const calendar = [];
for (let t = Date.UTC(2024, 1, 26); t <= Date.UTC(2024, 2, 3); t += 864e5) calendar.push(new Date(t).toISOString().slice(5, 10));
console.log(calendar, calendar.length);
console.log(`${d.toUTCString()}`, d[Symbol.toPrimitive]('number') === +d, new Date(d) !== d, new Date(d).getTime() === d.getTime());
