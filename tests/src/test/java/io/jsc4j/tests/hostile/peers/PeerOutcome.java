package io.jsc4j.tests.hostile.peers;

/** What came of a script, the worst of what its calls came to. The page says what each means. */
enum PeerOutcome {
  COMPLETED("completed"),
  THREW("threw"),
  ENDED("ended"),
  UNUSABLE("**unusable**"),
  HUNG("**hung**"),
  DIED("**died**"),
  LEFT_OUT("left out");

  private final String word;

  PeerOutcome(String word) {
    this.word = word;
  }

  /** As the page says it. */
  String word() {
    return word;
  }

  /** Whether the host was hurt. */
  boolean isHarm() {
    return this == UNUSABLE || this == HUNG || this == DIED;
  }
}
