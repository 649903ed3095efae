/** What must be true of a homelab before anything of it is written. */
package io.github.homelab4j.check;
