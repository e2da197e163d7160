package io.jsc4j.internal.convert;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types that cross as strings: what their {@code toString} says and their parser takes. */
final class TextTypes {
  private record TextType(Function<String, Object> parse, String expected) {}

  private static final Map<Class<?>, TextType> TYPES = Map.ofEntries(
      entry(LocalDate.class, LocalDate::parse, "ISO-8601 date"),
      entry(LocalTime.class, LocalTime::parse, "ISO-8601 time"),
      entry(LocalDateTime.class, LocalDateTime::parse, "ISO-8601 date and time"),
      entry(OffsetTime.class, OffsetTime::parse, "ISO-8601 time with an offset"),
      entry(OffsetDateTime.class, OffsetDateTime::parse, "ISO-8601 date and time with an offset"),
      entry(ZonedDateTime.class, ZonedDateTime::parse, "ISO-8601 date and time with a zone"),
      entry(Year.class, Year::parse, "ISO-8601 year"),
      entry(YearMonth.class, YearMonth::parse, "ISO-8601 year and month"),
      entry(MonthDay.class, MonthDay::parse, "ISO-8601 month and day"),
      entry(Duration.class, Duration::parse, "ISO-8601 duration"),
      entry(Period.class, Period::parse, "ISO-8601 period"),
      entry(ZoneId.class, ZoneId::of, "time zone"),
      entry(ZoneOffset.class, ZoneOffset::of, "time zone offset"),
      entry(UUID.class, UUID::fromString, "UUID"),
      entry(URI.class, URI::create, "URI"));

  private TextTypes() {}

  private static Map.Entry<Class<?>, TextType> entry(Class<?> type, Function<String, Object> parse, String expected) {
    return Map.entry(type, new TextType(parse, "string (".concat(expected).concat(")")));
  }

  static Map<Class<?>, Reader> readers() {
    Map<Class<?>, Reader> readers = new HashMap<>();
    TYPES.forEach((type, text) -> readers.put(type, new Scalars.OfText(text.parse, text.expected)));
    return readers;
  }

  /** The string that stands for the object, or null if its type is none of these. */
  static @Nullable String write(Object value) {
    // The class of a ZoneId is not public.
    return TYPES.containsKey(value.getClass()) || value instanceof ZoneId ? value.toString() : null;
  }
}
