// Case folding over all of Unicode, again and again.
// expect: terminated
const text = String.fromCodePoint(...Array.from({ length: 2000 }, (_, i) => 0x1e900 + i % 60));
for (;;) /[\u{1e900}-\u{1e943}]+x/iu.test(text);
