/** Kinds of {@code longhorn.io}. */
package io.github.homelab4j.crd.longhorn;
