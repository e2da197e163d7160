package io.jsc4j.internal.load;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A C library that says what the test wants, and counts how often it was asked. */
final class FakeLibc implements HostLibc {
  private final @Nullable String version;
  private final @Nullable String error;
  private final AtomicInteger questions = new AtomicInteger();

  private FakeLibc(@Nullable String version, @Nullable String error) {
    this.version = version;
    this.error = error;
  }

  static FakeLibc glibc(String version) {
    return new FakeLibc(version, null);
  }

  static FakeLibc musl() {
    return new FakeLibc(null, null);
  }

  /** One whose dynamic linker gives this reason for every failure. */
  FakeLibc withOpenError(String reason) {
    return new FakeLibc(version, reason);
  }

  int questions() {
    return questions.get();
  }

  @Override
  public Optional<String> glibcVersion() {
    questions.incrementAndGet();
    return Optional.ofNullable(version);
  }

  @Override
  public Optional<String> openError(String library) {
    questions.incrementAndGet();
    return Optional.ofNullable(error);
  }
}
