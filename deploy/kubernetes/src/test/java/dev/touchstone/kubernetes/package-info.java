/**
 * Reads the manifests as strictly as an API server would, and stricter where that server would keep silent: names of
 * files, the list of the kustomization, and whether a setting exists that an environment variable is meant for.
 */
@NullMarked
package dev.touchstone.kubernetes;

import org.jspecify.annotations.NullMarked;
