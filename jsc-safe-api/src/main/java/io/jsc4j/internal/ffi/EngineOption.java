package io.jsc4j.internal.ffi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of the engine that a program may set: those of which no value in the range can break the engine or the JVM around it. The engine
 * has some 600, among them such that turn off checks, take HotSpot's signals, or write files, and it does not look at what it is given: a
 * number where it expects a boolean silently means false. So this is a list of what is allowed, with types and ranges.
 *
 * @param name the engine's own name
 * @param type what the engine takes
 * @param min the least value of a number
 * @param max the greatest value of a number
 */
public record EngineOption(String name, Type type, double min, double max) {
  /** What the engine takes: {@code jsc_options_set_*} does not check. */
  public enum Type {
    /** True or false. */
    BOOLEAN,
    /** A signed integer of 32 bits. */
    INT,
    /** An unsigned integer of 32 bits. */
    UINT,
    /** An unsigned integer of the size of a pointer. */
    SIZE,
    /** A floating-point number. */
    DOUBLE
  }

  private static final Map<String, EngineOption> ALLOWED = new TreeMap<>();

  private static final Map<String, String> REFUSED = Map.of("useWasmFaultSignalHandler",
      "the engine would take SIGSEGV, which HotSpot needs; jsc4j turns it off", "usePollingTraps",
      "without it the engine interrupts scripts by a signal that HotSpot needs; jsc4j turns it on",
      "useSigillCrashAnalyzer",
      "the engine would take a signal that HotSpot needs", "softReservedZoneSize",
      "host functions and HotSpot need that part of the stack; jsc4j sets it", "reservedZoneSize",
      "host functions and HotSpot need that part of the stack", "maxPerThreadStackUsage",
      "the engine could run past the end of a thread's stack");

  static {
    // Tiers of compilation.
    flags("useJIT", "useBaselineJIT", "useDFGJIT", "useFTLJIT", "useRegExpJIT", "useDOMJIT", "useConcurrentJIT",
        "useWasm", "useBBQJIT", "useOMGJIT");
    for (String name : List.of("thresholdForJITAfterWarmUp", "thresholdForJITSoon", "thresholdForOptimizeAfterWarmUp",
        "thresholdForOptimizeAfterLongWarmUp", "thresholdForOptimizeSoon", "thresholdForFTLOptimizeAfterWarmUp",
        "thresholdForFTLOptimizeSoon")) {
      allow(name, Type.INT, 1, 1_000_000_000);
    }
    allow("jitPolicyScale", Type.DOUBLE, 0, 1);
    for (String name : List.of("numberOfBaselineCompilerThreads", "numberOfDFGCompilerThreads",
        "numberOfFTLCompilerThreads", "numberOfWasmCompilerThreads", "numberOfGCMarkers")) {
      allow(name, Type.UINT, 1, 64);
    }
    // Language.
    flags("useSharedArrayBuffer", "useTemporal", "useShadowRealm", "useExplicitResourceManagement",
        "useIteratorChunking", "useIteratorSequencing", "useMathSumPreciseMethod", "useMapGetOrInsert",
        "useJSONSourceTextAccess");
    // The heap: when to collect.
    flags("useGenerationalGC", "useConcurrentGC");
    allow("forceRAMSize", Type.SIZE, 1 << 20, 1L << 46);
    for (String name : List.of("gcMaxHeapSize", "smallHeapSize", "mediumHeapSize", "largeHeapSize")) {
      allow(name, Type.UINT, 1 << 20, 4_294_967_295.0);
    }
    for (String name : List.of("smallHeapGrowthFactor", "mediumHeapGrowthFactor", "largeHeapGrowthFactor",
        "miniVMHeapGrowthFactor")) {
      allow(name, Type.DOUBLE, 1.05, 16);
    }
  }

  private static void flags(String... names) {
    for (String name : names) {
      allow(name, Type.BOOLEAN, 0, 1);
    }
  }

  private static void allow(String name, Type type, double min, double max) {
    ALLOWED.put(name, new EngineOption(name, type, min, max));
  }

  /** All that may be set, by name. */
  public static Map<String, EngineOption> allowed() {
    return Collections.unmodifiableMap(ALLOWED);
  }

  /**
   * The option of a name.
   *
   * @throws IllegalArgumentException if it may not be set; the message says why, or which names are near
   */
  public static EngineOption named(String name) {
    EngineOption option = ALLOWED.get(name);
    if (option != null) {
      return option;
    }
    String reason = REFUSED.get(name);
    if (reason != null) {
      throw new IllegalArgumentException("the engine's option '" + name + "' can't be set: " + reason);
    }
    List<String> near = near(name);
    throw new IllegalArgumentException("'" + name + "' is not one of the engine's options that jsc4j lets be set"
        + (near.isEmpty() ? "" : " (is " + String.join(" or ", near) + " meant?)")
        + "; a wrong value of one of the others can break the JVM. JsEngineOptions.names() has them all");
  }

  private static List<String> near(String name) {
    List<String> near = new ArrayList<>();
    String wanted = name.toLowerCase(Locale.ROOT);
    for (String known : ALLOWED.keySet()) {
      String other = known.toLowerCase(Locale.ROOT);
      boolean part = wanted.length() > 2 && (other.contains(wanted) || wanted.contains(other.substring(3)));
      if (part || distance(wanted, other) <= 3) {
        near.add(known);
      }
    }
    return near.size() > 5 ? near.subList(0, 5) : near;
  }

  /** How many letters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  /**
   * Checks a value.
   *
   * @throws IllegalArgumentException if it is of another type, or out of range
   */
  public void requireValue(Object value) {
    boolean fits = type == Type.BOOLEAN ? value instanceof Boolean : type == Type.DOUBLE
        ? value instanceof Double
        : value instanceof Long;
    if (!fits) {
      throw new IllegalArgumentException("the engine's option '" + name + "' takes a " + (type == Type.BOOLEAN
          ? "boolean"
          : type == Type.DOUBLE ? "double"
          : "whole number") + ", not " + value);
    }
    if (value instanceof Number number && !(number.doubleValue() >= min && number.doubleValue() <= max)) {
      throw new IllegalArgumentException("the engine's option '" + name + "' must be between " + bound(min) + " and "
          + bound(max) + ", not " + value);
    }
  }

  private String bound(double value) {
    return type == Type.DOUBLE ? String.valueOf(value) : String.valueOf((long) value);
  }
}
