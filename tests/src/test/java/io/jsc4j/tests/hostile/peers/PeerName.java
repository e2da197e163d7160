package io.jsc4j.tests.hostile.peers;

/** The engines that are compared. Only what is asked for is loaded. */
enum PeerName {
  JSC4J("jsc4j") {
    @Override
    Peer load() {
      return new Jsc4jPeer();
    }
  },
  JAVET("Javet") {
    @Override
    Peer load() {
      return new JavetPeer(false);
    }
  },
  JAVET_METHODS("Javet's methods") {
    @Override
    Peer load() {
      return new JavetPeer(true);
    }
  },
  GRAALJS("GraalJS") {
    @Override
    Peer load() {
      return new GraalPeer();
    }
  };

  private final String title;

  PeerName(String title) {
    this.title = title;
  }

  /** As the page names it. */
  String title() {
    return title;
  }

  abstract Peer load();
}
