/** No secret in plain text gets into the output. */
package io.github.homelab4j.check.secret;
