/** From objects to the text of files. */
package io.github.homelab4j.render;
