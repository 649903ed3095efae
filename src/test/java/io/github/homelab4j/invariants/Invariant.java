package io.github.homelab4j.invariants;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which invariant of the document's catalogue a test asserts. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Invariants.class)
public @interface Invariant {
  /** Its place in the list of the catalogue, from 1. */
  int value();

  /** The lines of the document that state it, as the catalogue gives them. */
  String lines();
}
