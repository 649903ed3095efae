/** Publishing files: whole or not at all, and only over what is ours. */
package io.github.homelab4j.write;
