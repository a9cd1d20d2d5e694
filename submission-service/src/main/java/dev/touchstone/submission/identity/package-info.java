/**
 * Who may call: organisations, their members, API keys and signing keys. It answers the other services' questions about
 * callers too, and keeps anybody from asking for too much.
 */
@NullMarked
package dev.touchstone.submission.identity;

import org.jspecify.annotations.NullMarked;
