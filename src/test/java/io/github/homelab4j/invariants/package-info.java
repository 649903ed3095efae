/**
 * What the document of infra-apps, {@code infra-apps.md}, says must hold, asserted on what is
 * written. Each test quotes the lines of the document.
 */
package io.github.homelab4j.invariants;
