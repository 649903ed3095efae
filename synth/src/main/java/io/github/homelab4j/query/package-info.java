/** Questions about a homelab: what needs what, where something comes from, what breaks what. */
package io.github.homelab4j.query;
