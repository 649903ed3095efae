/** The tree that was written before, and what a run changes of it. */
package io.github.homelab4j.change;
