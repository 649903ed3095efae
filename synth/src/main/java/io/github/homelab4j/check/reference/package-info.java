/** What objects name is there: references and selectors, within a cluster and across. */
package io.github.homelab4j.check.reference;
