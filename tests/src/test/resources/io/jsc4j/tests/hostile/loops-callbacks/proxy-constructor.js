// A class whose constructor never returns, handed to the host.
// expect: value
(class { constructor() { for (;;); } });
