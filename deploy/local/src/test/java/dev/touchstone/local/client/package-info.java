/** The client against a service that answers as it is told. */
@NullMarked
package dev.touchstone.local.client;

import org.jspecify.annotations.NullMarked;
