/** What the API server would say about single objects, said before anything is written. */
package io.github.homelab4j.check.object;
