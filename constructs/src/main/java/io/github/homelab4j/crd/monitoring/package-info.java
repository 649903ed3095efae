/**
 * Kinds of the Prometheus operator whose health Flux cannot tell. Their specs are fabric8's models.
 */
package io.github.homelab4j.crd.monitoring;
