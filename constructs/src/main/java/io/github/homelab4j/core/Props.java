package io.github.homelab4j.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of all props: hidden implementation, strict builder (an attribute is set once),
 * errors of our own type. Stands on a package.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    strictBuilder = true,
    jdkOnly = true,
    depluralize = true,
    depluralizeDictionary = {
      "policy:policies",
      "address:addresses",
      "class:classes",
      "alias:aliases"
    },
    throwForInvalidImmutableState = InvalidPropsException.class)
public @interface Props {}
