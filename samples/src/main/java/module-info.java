/** Programs that show jsc4j at work: {@link io.jsc4j.samples.evaluator} is the command {@code ./jsc}, {@link io.jsc4j.samples.tour} a handful of
 * small ones. */
module io.jsc4j.samples {
  requires info.picocli;
  requires io.jsc4j;
  requires static transitive org.jspecify;

  exports io.jsc4j.samples.evaluator;
  exports io.jsc4j.samples.tour;
}
