package io.jsc4j.internal.events;

/** Something that takes time and is being recorded. */
public interface Span {
  /** It is over; records it if it took long enough. */
  void finish();
}
