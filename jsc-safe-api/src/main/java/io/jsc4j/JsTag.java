package io.jsc4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a record of a sealed hierarchy is called in JavaScript, where its simple name won't do.
 *
 * {@snippet file="ConversionSnippetTest.java" region="tag"}
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
