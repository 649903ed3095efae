/** Rules of what a run changes of the tree that was written before it. */
package io.github.homelab4j.check.change;
