// Ten nested loops of a hundred rounds each: finite, but longer than the universe.
// expect: terminated
let c = 0;
for (let a = 0; a < 100; a++) for (let b = 0; b < 100; b++) for (let d = 0; d < 100; d++) for (let e = 0; e < 100; e++)
  for (let f = 0; f < 100; f++) for (let g = 0; g < 100; g++) for (let h = 0; h < 100; h++) for (let i = 0; i < 100; i++)
    for (let j = 0; j < 100; j++) for (let k = 0; k < 100; k++) c++;
