package io.jsc4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a record of a sealed hierarchy is called in JavaScript, where its simple name won't do.
 *
 * {@snippet :
 * sealed interface Shape permits Circle, Square {}
 * @JsTag("circle")
 * record Circle(double radius) implements Shape {}   // { type: "circle", radius: 1 }
 * record Square(double side) implements Shape {}     // { type: "Square", side: 1 }
 * }
 *
 * @see JsConversion#withTagProperty
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JsTag {
  /** The tag. */
  String value();
}
