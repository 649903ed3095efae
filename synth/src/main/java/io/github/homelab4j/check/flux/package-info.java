/** What Flux applies, in which order, and what it is told. */
package io.github.homelab4j.check.flux;
