/** What brings a cluster to the point where Flux takes over, and back after it was lost. */
package io.github.homelab4j.bootstrap;
