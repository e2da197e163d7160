package io.jsc4j.samples.evaluator;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The durations and sizes that options take. */
final class Quantities {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kmg]?)b?");

  private Quantities() {}

  /** {@code 500ms}, {@code 2s}, {@code 1m}. */
  static Duration duration(String option, String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw CommandException.usage(option + " takes a time such as 500ms, 2s or 1m, got '" + text + "'");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  /** Bytes of {@code 64m}, {@code 512k}, {@code 1g}, {@code 1048576}. */
  static long size(String option, String text) {
    Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    OptionalLong bytes = OptionalLong.empty();
    if (matcher.matches()) {
      int shift = switch (matcher.group(2)) {
        case "k" -> 10;
        case "m" -> 20;
        case "g" -> 30;
        default -> 0;
      };
      long amount = Long.parseLong(matcher.group(1));
      bytes = amount == 0 || amount > Long.MAX_VALUE >> shift ? OptionalLong.empty() : OptionalLong.of(amount << shift);
    }
    return bytes.orElseThrow(() -> CommandException.usage(option + " takes a size such as 512k, 64m or 1g, got '" + text
        + "'"));
  }

  /** {@code 500 ms}, {@code 2 s}. */
  static String describe(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** {@code 64 MB}, {@code 1500 bytes}. */
  static String describe(long bytes) {
    if (bytes % (1 << 20) == 0 || bytes >= 10L << 20) {
      return (bytes >> 20) + " MB";
    }
    return bytes % (1 << 10) == 0 ? (bytes >> 10) + " KB" : bytes + " bytes";
  }
}
