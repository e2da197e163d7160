// ArrayBuffer, typed arrays, DataView.
const buffer = new ArrayBuffer(16);
const view = new DataView(buffer);
view.setInt16(0, -2);
view.setFloat32(4, 1.5, true);
view.setBigUint64(8, 0x0102030405060708n);
console.log(buffer, view.getUint16(0), view.getFloat32(4, true), view.getBigInt64(8, true));
console.log(view);
console.log(new Uint8Array(buffer), new Uint8Array(buffer, 8, 4), new Int32Array(buffer));
console.log(Uint8Array.of(1, 256, -1), Uint8ClampedArray.of(1, 256, -1, 1.5), Int8Array.from('123', Number), new Float32Array([0.1, 1e40, NaN]));
console.log(new Float64Array([0.1, -0, Infinity]), new BigInt64Array([1n, -1n]), new BigUint64Array([-1n]));
const big = Uint16Array.from({ length: 130 }, (_, i) => i * 500);
console.log(big, big.subarray(3, 6), big.slice(-2).length, big.byteLength, big.BYTES_PER_ELEMENT);
console.log([...new Uint8Array([3, 1, 2]).sort()], new Float32Array([3, 1, 2]).sort().reverse(), new Uint8Array([1, 2, 3]).map((x) => x * 100));
console.log(Object.assign(new Uint8Array(2), { label: 'extra' }), new Uint8Array(), new ArrayBuffer(0), { b: new ArrayBuffer(3) });
console.log(new ArrayBuffer(130));
class Bytes extends Uint8Array {
  hex() {
    return Array.from(this, (b) => b.toString(16).padStart(2, '0')).join('');
  }
}
const bytes = Bytes.from([222, 173, 190, 239]);
console.log(bytes, bytes.hex(), bytes.subarray(1) instanceof Bytes, [bytes]);
const float = new Float64Array(1);
const bits = new Uint32Array(float.buffer);
const decompose = (x) => {
  float[0] = x;
  return [...bits].map((b) => b.toString(16));
};
console.log([1, -2, 0.1, Infinity].map(decompose));
function crc32(text) {
  let crc = ~0;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (~crc >>> 0).toString(16);
}
console.log(crc32('123456789'), ArrayBuffer.isView(view), Object.prototype.toString.call(bytes), new Uint8Array([1, 2, 3]).join('-'));
const copy = new Uint8Array(8);
copy.set([1, 2, 3], 2);
copy.copyWithin(0, 2);
copy.fill(9, 6);
console.log(copy, copy.indexOf(3), copy.includes(9), copy.findLast?.((x) => x < 9), Array.from(copy.entries()).slice(0, 2));
