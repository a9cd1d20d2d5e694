/**
 * A double of the Weights &amp; Biases service for one machine: it answers as the service answers the official client, and
 * notices what the service would suffer in silence (gaps, lines overwritten by other content, wrong digests). It binds to the
 * loopback only; what clients send is kept as text and shown escaped.
 */
@NullMarked
package dev.touchstone.local.wandb;

import org.jspecify.annotations.NullMarked;
