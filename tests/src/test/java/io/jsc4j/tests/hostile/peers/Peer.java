package io.jsc4j.tests.hostile.peers;

import java.time.Duration;

/** An engine in Java with the best that its documentation offers against hostile scripts. */
interface Peer {
  /** After it a call is to be ended, by whatever the engine has for that. */
  Duration TIME = Duration.ofMillis(250);
  /** What the engine's heap may grow to. */
  int HEAP_MEGABYTES = 64;

  /** Opens a context that nothing else is in. */
  PeerContext open() throws Exception;

  /** Its name and version, and those of its engine. */
  String version();

  /** Whether what a script needs of the host is not there, so that it would not be the same attack. */
  boolean lacks(String source);
}
