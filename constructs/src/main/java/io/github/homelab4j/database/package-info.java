/** Databases and the operators that run them. */
@Props
package io.github.homelab4j.database;

import io.github.homelab4j.core.Props;
