/** Rules of the plan, and of addresses and names in what is written. */
package io.github.homelab4j.check.plan;
