/** Each invariant of the document of k3s-pi, and the paths and orders that it draws. */
package io.github.homelab4j.invariants.k3spi;
