/** The GraphQL side of the service: documents are read, carried out, and answered with what they select. */
@NullMarked
package dev.touchstone.local.wandb.graphql;

import org.jspecify.annotations.NullMarked;
