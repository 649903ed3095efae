package io.github.homelab4j.kube;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A kind whose deletion deletes data: Flux does not prune it when its file moves or its component
 * leaves the stack; the owner deletes it by hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeepsData {}
