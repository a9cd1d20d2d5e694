/**
 * A client of the services: what it asks, what it shows, and how it tells a script what came of it. Whatever comes from
 * a service may hold text of agents and models, and is shown as nothing but text.
 */
@NullMarked
package dev.touchstone.local.client;

import org.jspecify.annotations.NullMarked;
