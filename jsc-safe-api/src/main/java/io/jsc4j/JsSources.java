package io.jsc4j;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The source texts that a runtime has evaluated last, by URL, so that an exception can show the line that it comes from. Bounded: the text
 * that was not evaluated for the longest time goes first.
 */
final class JsSources {
  private static final int MOST_TEXTS = 256;
  private static final long MOST_UNITS = 8L << 20;

  /** A text, and the number of its first line. */
  record Source(String text, int firstLine) {}

  private final Map<String, Source> byUrl = new LinkedHashMap<>();
  private long units;
  /** The only text without a URL; an error can't tell which of several it comes from. */
  private @Nullable Source unnamed;
  private boolean severalUnnamed;
  private @Nullable String lastText;
  private @Nullable String lastUrl;

  /** A text is about to be evaluated. */
  @SuppressWarnings("ReferenceEquality") // Only spares the work where the same is evaluated again and again.
  void add(String text, @Nullable String url, int firstLine) {
    if (text == lastText && url == lastUrl) {
      return;
    }
    lastText = text.length() > MOST_UNITS ? null : text;
    lastUrl = url;
    if (url == null) {
      addUnnamed(text, firstLine);
      return;
    }
    Source before = byUrl.remove(url);
    units += text.length() - (before == null ? 0 : before.text().length());
    byUrl.put(url, new Source(text, firstLine));
    while (byUrl.size() > MOST_TEXTS || units > MOST_UNITS) {
      String oldest = byUrl.keySet().iterator().next();
      Source removed = byUrl.remove(oldest);
      units -= removed == null ? 0 : removed.text().length();
    }
  }

  private void addUnnamed(String text, int firstLine) {
    if (unnamed == null && !severalUnnamed && text.length() <= MOST_UNITS) {
      unnamed = new Source(text, firstLine);
    } else if (unnamed != null && !unnamed.text().equals(text)) {
      unnamed = null;
      severalUnnamed = true;
    }
  }

  /** What was evaluated last under a URL, if it is still known. */
  @Nullable Source find(@Nullable String url) {
    return url == null ? unnamed : byUrl.get(url);
  }
}
